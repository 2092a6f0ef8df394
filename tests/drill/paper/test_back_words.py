"""What is wrong in a workbook that comes back, said in Chinese from end to end."""

import pytest

from sim.words.say import said

CELL = "list.xlsx: sheet 时间线, row 8, column H (What is told or expected): "


@pytest.mark.parametrize(("english", "chinese"), [
    ("found nothing; write what is told, or delete the whole row", "未填；请填写内容，或删除整行"),
    ("found nothing; write when it comes, such as 0:40:00 or 40 min", "未填；请写何时发生，如 0:40:00 或 40 min"),
    ("found 'x'; there is no such tier of the park; write one of 甲, 乙",
     "现为 'x'；没有这样的园区防线；请写以下之一：甲、乙"),
    ("found 'x'; write a clock time such as 09:40 or 2026-06-10 09:40",
     "现为 'x'；请写时刻，如 09:40 或 2026-06-10 09:40"),
    ("found '9'; numbers of new rows are given by the program; leave the cell empty",
     "现为 '9'；新增行的序号由程序编排；请留空"),
    ("found '9'; numbers are given by the program; write 5", "现为 '9'；序号由程序编排；请写 5"),
    ("found 'x'; a line of the run keeps its kind, '观测'; add a row of your own",
     "现为 'x'；推演所得各项的类别不可更改，应为“观测”；请另加一行"),
])  # fmt: skip
def test_a_wrong_cell_is_told_in_one_language(english, chinese):
    """
    But for what somebody wrote: the sheet's name and the head of the column.
    """
    place = "list.xlsx: 时间线表第8行H列（What is told or expected）："

    assert in_language(CELL + english, "zh") == place + chinese
