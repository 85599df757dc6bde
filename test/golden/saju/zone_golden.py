"""Makes zone-digests.ts and zone-vectors.ts without any of our code: zdump(8) and Python's zoneinfo over compiled zones.

python3 zone_golden.py <directory of compiled zones> <tzdata version> <date>
"""
import os
import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone

directory, version, date = sys.argv[1:4]
os.environ["PYTHONTZPATH"] = os.path.abspath(directory)
from zoneinfo import ZoneInfo  # noqa: E402  (reads PYTHONTZPATH when imported)

HERE = os.path.dirname(os.path.abspath(__file__))
EPOCH = datetime(1970, 1, 1)
PYTHON = "Python " + sys.version.split()[0]
ZDUMP = subprocess.run(["zdump", "--version"], capture_output=True, text=True).stdout.split("\n")[0]

# Chosen by hand: names with daylight saving on both sides of the equator, half hours, negative saving, double summer time,
# jumps over the date line, mean times with seconds, late reforms, and places without any of it.
CHOSEN = """Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos Africa/Monrovia Africa/Windhoek America/Anchorage
America/Argentina/Buenos_Aires America/Bogota America/Caracas America/Chicago America/Denver America/Edmonton America/Halifax
America/Havana America/Los_Angeles America/Mexico_City America/New_York America/Nuuk America/Phoenix America/Santiago
America/Sao_Paulo America/Scoresbysund America/St_Johns America/Toronto America/Vancouver Antarctica/Troll Asia/Bangkok Asia/Dhaka
Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Manila Asia/Pyongyang Asia/Seoul Asia/Shanghai
Asia/Singapore Asia/Taipei Asia/Tehran Asia/Tokyo Asia/Ulaanbaatar Asia/Vladivostok Australia/Adelaide Australia/Brisbane
Australia/Lord_Howe Australia/Sydney Europe/Amsterdam Europe/Berlin Europe/Dublin Europe/Istanbul Europe/Lisbon Europe/London
Europe/Madrid Europe/Moscow Europe/Paris Europe/Prague Europe/Warsaw Pacific/Apia Pacific/Auckland Pacific/Chatham Pacific/Honolulu
Pacific/Kiritimati Pacific/Kwajalein Pacific/Norfolk ROK""".split()


def names():
    for folder, _, files in os.walk(directory):
        name = os.path.relpath(folder, directory)
        if name.split("/")[0] in ("posix", "right"):
            continue
        for file in files:
            path = os.path.join(folder, file)
            with open(path, "rb") as handle:
                if handle.read(4) == b"TZif" and file not in ("localtime", "posixrules"):
                    yield os.path.relpath(path, directory)


LINE = re.compile(r"\S+\s+\S+ (\w+) +(\d+) (\d+):(\d+):(\d+) (-?\d+) UT = .* isdst=(\d) gmtoff=(-?\d+)$")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def changes(name):
    """Pairs of (second before, offset, dst) and (second of the change, offset, dst)."""
    path = os.path.join(os.path.abspath(directory), name)
    text = subprocess.run(["zdump", "-V", "-c", "1800,2101", path], capture_output=True, text=True, check=True).stdout
    rows = []
    for line in text.split("\n"):
        match = LINE.match(line)
        if match:
            month, day, hour, minute, second, year, dst, offset = match.groups()
            at = datetime(int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second))
            rows.append((round((at - EPOCH).total_seconds()), int(offset), int(dst)))
    pairs = list(zip(rows[0::2], rows[1::2]))
    return [(before, at) for before, at in pairs if before[1:] != at[1:]]


def fnv1a(text):
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return f"{value:08x}"


def write(file, header, body):
    with open(os.path.join(HERE, file), "w") as handle:
        handle.write("/**\n" + "".join(f" * {line}".rstrip() + "\n" for line in header) + " */\n" + body)


def digests():
    rows = []
    for name in sorted(names()):
        pairs = changes(name)
        text = ";".join(f"{at},{offset},{dst}" for _, (at, offset, dst) in pairs)
        rows.append(f'  ["{name}", {len(pairs)}, "{fnv1a(text)}"],\n')
    header = [
        "Every change of every zone 1800-2100, as zdump(8) prints it, shortened to a count and a digest.",
        "",
        f"Source: {ZDUMP}, over the zones of tzdata {version} as Debian compiles them; made {date} by zone_golden.py beside this file.",
        "Licence: tzdata is in the public domain. Tolerance: none, the numbers are laws.",
        'Row: name, changes (of offset or flag), FNV-1a (32 bit) of "utcSec,offsetSec,flag" of all changes joined by ";".',
    ]
    body = "export const zoneDigests: readonly (readonly [string, number, string])[] = [\n" + "".join(rows) + "]\n"
    write("zone-digests.ts", header, body)
    return len(rows)


def reading(zone, wall, fold):
    """UTC by PEP 495 (a gap with fold 0 takes the offset before it, as we do for both folds), and what kind of reading it is."""
    offsets = [wall.replace(tzinfo=zone, fold=side).utcoffset() for side in (0, 1)]
    kind = "unique" if offsets[0] == offsets[1] else "gap" if offsets[0] < offsets[1] else "fold"
    offset = offsets[0] if kind == "gap" else offsets[fold]
    return kind, round((wall - offset - EPOCH).total_seconds()), round(offset.total_seconds())


def vectors():
    rows, kinds = [], {}
    for name in CHOSEN:
        zone = ZoneInfo(name)
        pairs = [pair for pair in changes(name) if datetime(1899, 1, 1) < EPOCH + timedelta(seconds=pair[1][0])]
        # First, last, and spread between: enough of each zone's century to notice a wrong year.
        wanted = sorted({round(i * (len(pairs) - 1) / 4) for i in range(5)}) if pairs else []
        walls = {datetime(1905, 3, 1, 6), datetime(1950, 7, 15, 12), datetime(1999, 1, 1), datetime(2070, 7, 1, 23, 59, 59)}
        for _, (at, _, _) in (pairs[i] for i in wanted):
            instant = EPOCH + timedelta(seconds=at)
            shown = [(instant - timedelta(seconds=1)), instant]
            local = [moment.replace(tzinfo=timezone.utc).astimezone(zone).replace(tzinfo=None, fold=0) for moment in shown]
            # The last second before, the first after, and the middle of what was skipped or repeated.
            middle = local[0] + (local[1] - local[0]) / 2
            walls |= {local[0], local[1], middle.replace(microsecond=0)}
        for wall in sorted(walls):
            kind, utc, offset = reading(zone, wall, 0)
            kinds[kind] = kinds.get(kind, 0) + 1
            rows.append(f'  ["{name}", "{wall.isoformat()}", 0, "{kind}", {utc}, {offset}],\n')
            if kind == "fold":
                _, utc, offset = reading(zone, wall, 1)
                rows.append(f'  ["{name}", "{wall.isoformat()}", 1, "{kind}", {utc}, {offset}],\n')
    header = [
        "Wall clock readings and what they meant, at the edges of and between changes of offset, 1899-2100.",
        "",
        f"Source: zoneinfo of {PYTHON}, over the zones of tzdata {version} as Debian compiles them;",
        f"made {date} by zone_golden.py beside this file, which also lists why these zones.",
        "Licence: tzdata is in the public domain. Tolerance: none.",
        "Row: zone, wall clock, fold, kind of reading, UTC epoch seconds, offset in seconds.",
    ]
    body = (
        'type Row = readonly [string, string, 0 | 1, "unique" | "gap" | "fold", number, number]\n\n'
        "export const zoneVectors: readonly Row[] = [\n" + "".join(rows) + "]\n"
    )
    write("zone-vectors.ts", header, body)
    return len(CHOSEN), len(rows), kinds


print(digests(), vectors())
