"""What is wrong in a workbook that comes back, said in Chinese from end to end."""

import pytest

from sim.drill.paper.back import read_earlier
from sim.errors import Problems
from sim.words.say import said
from tests.drill.paper.workbooks import Designer

WRONG = """\
时间线表第4行B列（事件时刻 T+）：现为 'soon'；请写时长，如 0:40:00 或 40 min
时间线表第4行G列（类别）：现为 '观测'；推演所得各项的类别不可更改，应为“情景注入”；请另加一行
时间线表第12行H列（内容）：未填；请填写内容，或删除整行
时间线表第12行F列（防线）：现为 'Wroks'；没有这样的园区防线；是否为“Works”？
时间线表第15行C列（时钟 UTC+08:00）：现为 '昨天'；请写时刻，如 09:40 或 2026-06-10 09:40
时间线表第15行A列（序号）：现为 '99'；序号由程序编排；请写 9
时间线表第40行B列（事件时刻 T+）：现为 '40'；请写时长，如 0:40:00 或 40 min
时间线表第40行L列（设施状态）：现为 '甲池'；没有这样的园区设施；请写以下之一：bund、pool、public-pool、main、river
时间线表第40行G列（类别）：现为 'injct'；没有这样的类别；是否为“inject”？
时间线表第41行A列（序号）：现为 '400'；新增行的序号由程序编排；请留空
时间线表第41行H列（内容）：未填；请填写内容，或删除整行
""".splitlines()


def test_wrong_cells_are_told_in_one_language(master, numbers, tmp_path):
    """
    But for what somebody wrote.
    """
    designer = Designer(master, tmp_path, "zh")
    designer.write(numbers["inject/fire/monitors/600"], at="soon", kind="观测")
    designer.write(numbers["measure/pool/1"], text=None, tier="Wroks")
    designer.write(numbers["action/outfall-shut"], number=99, clock="昨天")
    designer.add(text="何时？", kind="injct", at=40, storage="甲池")
    designer.add(at="10 min", number=400)
    designer.book.save(designer.path)

    with pytest.raises(Problems) as caught:
        read_earlier(designer.path, master.park)

    found = [said(each, "zh").removeprefix(f"{designer.path}: ") for each in caught.value.messages]
    assert found == WRONG
