"""The memory of the largest process of a command and of those that it starts,
in KB: what /proc tells of each, asked again and again.

    peak.py COMMAND...

One that ends between two looks is missed; so it may tell too little, never too
much. Ends with the status of the command."""
import os
import re
import subprocess
import sys
import time

LOOK_S = 0.002


def peak_kb(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return int(re.search(r"^VmHWM:\s+(\d+)", file.read(), re.M).group(1))


def largest_kb(session):
    largest = 0
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.getsid(int(pid)) == session:
                largest = max(largest, peak_kb(pid))
        except (OSError, AttributeError):
            continue  # it has ended
    return largest


def main():
    process = subprocess.Popen(sys.argv[1:], start_new_session=True)
    largest = 0
    while process.poll() is None:
        largest = max(largest, largest_kb(process.pid))
        time.sleep(LOOK_S)
    print(largest)
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
