"""Bring the fonts of the papers up to date: `python packaging/fetch_fonts.py`.

It needs npm, apt-get, dpkg-deb and fontTools.
The versions are pinned here; after a change of version look at printed pages before committing the new files.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from cut_fonts import cut, han_characters, licence_text
from reportlab.pdfbase.ttfonts import TTFontFile

FONTS = Path(__file__).parents[1] / "resources" / "fonts"

NPM = {
    "@expo-google-fonts/noto-serif-sc@0.4.3": {
        "package/400Regular/NotoSerifSC_400Regular.ttf": "NotoSerifSC-Regular.ttf",
        "package/700Bold/NotoSerifSC_700Bold.ttf": "NotoSerifSC-Bold.ttf",
        "package/LICENSE_FONT": "NotoSerifSC-OFL.txt",
    },
    "@expo-google-fonts/noto-sans-sc@0.4.3": {
        "package/400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
        "package/LICENSE_FONT": "NotoSansSC-OFL.txt",
    },
}
DEBIAN = {
    "fonts-hanazono=20170904-2.1": {
        "usr/share/fonts/truetype/hanazono/HanaMinB.ttf": "HanaMinB.ttf",
        "usr/share/doc/fonts-hanazono/copyright": "HanaMinB-OFL.txt",
    },
}
# Too large to be carried whole: only what the other faces lack is kept, under another name.
LARGE = "fonts-babelstone-han=16.0.3-1"
LARGE_FACE = "usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf"
CUT_FACE, CUT_LICENCE = FONTS / "MediatorRareHan.ttf", FONTS / "ARPHICPL.txt"
# Settings of our own, so that the PC's package sources stay as they are.
APT = """Dir::Etc::sourcelist "{room}/sources.list";
Dir::Etc::sourceparts "/nonexistent";
Dir::State::Lists "{room}/lists";
Dir::Cache "{room}/cache";
"""
DEBIAN_AT = "http://deb.debian.org/debian"
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
SUITES = ("bookworm", "sid")  # the pinned versions stand in one or the other
BLANK = {0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x3000}  # rightly without ink


def main() -> int:
    """Fetch the pinned packages, take the faces and licences out, write checksums and coverage."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        for package, members in NPM.items():
            from_npm(package, members, room)
        for package, members in DEBIAN.items():
            from_debian(package, members, room)
        cut_large_face(unpacked(LARGE, room) / LARGE_FACE)
    faces = sorted(FONTS.glob("*.ttf"))
    write(FONTS / "fonts.sha256", [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}" for f in faces])
    write(FONTS / "coverage.txt", [f"{f.stem} {ranges(code_points(f))}" for f in faces])
    print(*(f"{f.name}: {len(code_points(f))} characters" for f in faces), sep="\n")
    return 0


def from_npm(package: str, members: dict[str, str], room: Path) -> None:
    """Copy the members of one npm package into the fonts folder."""
    npm = shutil.which("npm") or "npm"
    done = subprocess.run([npm, "pack", package], cwd=room, check=True, capture_output=True, text=True)
    with tarfile.open(room / done.stdout.split()[-1]) as tar:
        for member, target in members.items():
            source = tar.extractfile(member)
            if source is None:
                raise FileNotFoundError(member)
            (FONTS / target).write_bytes(source.read())


def from_debian(package: str, members: dict[str, str], room: Path) -> None:
    """Copy the members of one Debian package into the fonts folder."""
    folder = unpacked(package, room)
    for member, target in members.items():
        shutil.copyfile(folder / member, FONTS / target)


def unpacked(package: str, room: Path) -> Path:
    """Fetch a Debian package of the pinned suite and unpack it."""
    configuration = room / "apt.conf"
    surroundings = {**os.environ, "APT_CONFIG": str(configuration)}
    if not configuration.exists():
        (room / "lists" / "partial").mkdir(parents=True)
        (room / "cache" / "archives" / "partial").mkdir(parents=True)
        write(room / "sources.list", [f"deb [signed-by={KEYS}] {DEBIAN_AT} {suite} main" for suite in SUITES])
        configuration.write_text(APT.format(room=room), encoding="utf-8")
        subprocess.run(["apt-get", "update"], env=surroundings, cwd=room, check=True, capture_output=True)
    fetch = ["apt-get", "download", package]
    subprocess.run(fetch, env=surroundings, cwd=room, check=True, capture_output=True)
    archive = next(room.glob(f"{package.partition('=')[0]}_*.deb"))
    subprocess.run(["dpkg-deb", "-x", archive.name, "deb"], cwd=room, check=True)
    return room / "deb"


def cut_large_face(source: Path) -> None:
    """Keep of the large face the Han characters that some text face and its fallback cannot draw."""
    drawn = {face.stem: set(code_points(face)) for face in FONTS.glob("*.ttf") if face != CUT_FACE}
    fallback = drawn.pop("HanaMinB")
    cut(source, sorted(han_characters(source) - set.intersection(*drawn.values()) - fallback), CUT_FACE)
    CUT_LICENCE.write_bytes((licence_text(source) + "\n").encode("utf-8"))


def code_points(path: Path) -> list[int]:
    """List the characters the face really draws, read by the engine that prints them."""
    face = TTFontFile(str(path))
    ends = face.glyphPos[1:]
    inked = {
        glyph for glyph, (start, end) in enumerate(zip(face.glyphPos, ends, strict=False)) if end > start
    }
    return sorted(c for c, glyph in face.charToGlyph.items() if glyph and (glyph in inked or c in BLANK))


def ranges(codes: list[int]) -> str:
    """Write code points as hexadecimal ranges, such as `20-7E A0 A7-A8`."""
    parts: list[list[int]] = []
    for code in codes:
        if parts and code == parts[-1][1] + 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return " ".join(f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in parts)


def write(path: Path, lines: list[str]) -> None:
    """Write lines with the same line ends on every system, so that a refresh shows real changes only."""
    path.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
