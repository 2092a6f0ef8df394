"""A longer piece of work lets those of other pages by, and is given up for its own page only."""

import asyncio
import threading

from sim.board.newest import Newest


def test_a_study_lets_the_runs_of_others_by_and_goes_on():
    """
    A run of another page waits once the study has begun: it has its turn between two runs of the study, never within
    one, and the study is answered.
    """
    done = []

    async def both():
        newest, loop, waits = Newest(), asyncio.get_running_loop(), threading.Event()

        def runs():
            waits.wait(5)
            for k in range(3):
                newest.let_by(loop)
                assert newest.go_on("one", 1)
                done.append(f"study {k}")

        async def run():
            done.append("run begins")
            await asyncio.sleep(0)
            done.append("run ends")

        await newest.work("one", 1, run)
        study = asyncio.create_task(newest.beside("one", 1, lambda: asyncio.to_thread(runs)))
        await asyncio.sleep(0)
        other = asyncio.create_task(newest.work("other", 1, run))
        await asyncio.sleep(0)
        waits.set()
        await asyncio.gather(study, other)

    asyncio.run(asyncio.wait_for(both(), 5))

    assert done == ["run begins", "run ends"] * 2 + ["study 0", "study 1", "study 2"]
