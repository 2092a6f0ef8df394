"""Where the compiled kernel is kept: it is code, so nobody else may be able to put it there."""

import inspect
import os
import stat

import pytest

from sim.water import jit


@pytest.fixture
def homes(tmp_path, monkeypatch):
    """Two places, as in a home and in the folder of temporary files."""
    found = [tmp_path / "home" / "three-tier", tmp_path / "tmp" / "three-tier-1000"]
    monkeypatch.setattr(jit, "_homes", lambda: found)
    return found


def open_to_all(folder):
    folder.mkdir(parents=True)
    folder.chmod(0o777)


def test_the_cache_is_made_for_its_owner_alone(homes):
    before = os.umask(0)
    try:
        found = jit._cache_folder()
    finally:
        os.umask(before)

    assert found.parent == homes[0]
    assert [stat.S_IMODE(each.stat().st_mode) for each in (found, found.parent)] == [0o700, 0o700]
    assert jit._cache_folder() == found


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
@pytest.mark.parametrize("below", [False, True])
def test_a_folder_that_others_may_write_is_left_alone(homes, mode, below):
    """
    Below: the folder of this very kernel stands open, in a home that is closed.
    """
    name = jit._cache_folder().name
    (homes[0] / name if below else homes[0]).chmod(mode)

    assert jit._cache_folder() == homes[1] / name


def test_a_folder_of_somebody_else_is_left_alone(homes, monkeypatch):
    """
    Whoever knows the name can make it first, and close it.
    """
    first = jit._cache_folder()
    mine = os.getuid()
    owners = {homes[0]: mine + 1}
    lstat = type(first).lstat

    def owned(path):
        found = list(lstat(path))
        found[4] = owners.get(path, mine)
        return os.stat_result(found)

    monkeypatch.setattr(type(first), "lstat", owned)

    assert jit._cache_folder() == homes[1] / first.name


def test_a_link_to_elsewhere_is_left_alone(homes, tmp_path):
    """
    It may lead somewhere else tomorrow.
    """
    (tmp_path / "mine").mkdir(mode=0o700)
    homes[0].parent.mkdir()
    homes[0].symlink_to(tmp_path / "mine")

    assert jit._cache_folder().parent == homes[1]


def test_without_a_place_of_ones_own_there_is_no_cache(homes, monkeypatch, capsys):
    for each in homes:
        open_to_all(each)
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)

    assert jit._cache_folder() is None
    assert jit.cache_folder.__wrapped__() is None
    assert capsys.readouterr().err == (
        "note: no folder to keep the compiled kernel in; every start compiles it anew\n"
    )


def test_the_same_source_in_two_places_is_one_to_numba(tmp_path):
    """
    It is known by its place in the cache, and its errors still show its lines.
    """
    found = []
    for place in ("one", "other"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "pool.py").write_text("def filled(m3):\n    return m3 + 1\n", encoding="utf-8")
        names = {}
        exec(compile((tmp_path / place / "pool.py").read_text(), tmp_path / place / "pool.py", "exec"), names)
        jit.settle(names["filled"], tmp_path)
        found.append(names["filled"])

    assert [inspect.getfile(each) for each in found] == [str(tmp_path / "pool.py")] * 2
    assert inspect.getsource(found[1]).startswith("def filled(m3)")
    assert found[1](1) == 2
