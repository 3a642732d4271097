"""A conversion killed with SIGKILL at random moments, and gone on with to the same end.

    python benchmarks/kill.py [FILES [KILLS]]

It ends with a fault where an edition is not, byte for byte, that of an undisturbed run, where a temporary file is left
at the end, or where SQLite does not find the manifest sound.
"""

import sys
import time
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the tests are not installed

from tests.batch.killing import killed

if __name__ == "__main__":
    files, kills = (*map(int, sys.argv[1:3]), *(1000, 50)[len(sys.argv) - 1 :])
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        found = killed(Path(folder), files, kills)
    early = sum(not each.editions for each in found)
    low, middle, high = quantiles((each.seconds for each in found), n=4)
    print(f"{files} files, killed {kills} times, {sum(each.alone for each in found)} of them without its processes")
    print(f"after {low:.1f}, {middle:.1f}, {high:.1f} seconds (quartiles); before the first edition {early} times")
    print(f"editions there: {' '.join(str(each.editions) for each in found)}")
    print(f"temporary files left for the next run to sweep: {sum(each.temporary for each in found)}")
    print(f"every run's end was that of an undisturbed one; {time.monotonic() - begun:.0f} seconds in all")
