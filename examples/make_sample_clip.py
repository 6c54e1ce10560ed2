"""Makes the moving and still pictures of the sample week: a clip with captions, its poster, the report's picture.

    python examples/make_sample_clip.py

It writes into `kanazawa-russian-week-2021/media/`. It needs Playwright with a Chromium (to turn drawings into
pixels), an `ffmpeg` with VP9, and fonts with Japanese and Cyrillic; the files it makes are part of the repository, so
nobody has to run it. The clip is no recording of anyone's lecture: it is a day in a garden, drawn from numbers.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from sample_drawings import END, HEIGHT, WIDTH, bridge, frame

MEDIA = Path(__file__).parent / "kanazawa-russian-week-2021" / "media"
RATE = 8
"""Frames a second."""

CAPTIONS: dict[str, tuple[tuple[float, float, str], ...]] = {
    "ja": (
        (0, 6, "サンプル動画です。音声はありません。"),
        (6, 12, "講演の題名が、日本語、英語、ロシア語で示されます。"),
        (12, 21, "夜明け。木の家と小さな菜園に日が差します。"),
        (21, 30, "朝。三つの畝に芽が出ます。"),
        (30, 40, "昼。雨がひとしきり降り、葉が伸びます。"),
        (40, 50, "夕方。木にりんごが実り、日が傾きます。"),
        (50, 60, "夜。窓に明かりがともり、煙突から煙がのぼります。"),
        (60, 72, "おわり。この動画は講演の録画ではありません。"),
    ),
    "en": (
        (0, 6, "A sample clip. It has no sound."),
        (6, 12, "The title of the lecture, in Japanese, English and Russian."),
        (12, 21, "Dawn. Light falls on a wooden house and its small garden."),
        (21, 30, "Morning. Shoots appear in three beds."),
        (30, 40, "Midday. A shower passes, and the leaves grow."),
        (40, 50, "Evening. Apples hang in the tree; the sun goes down."),
        (50, 60, "Night. A window is lit; smoke rises from the chimney."),
        (60, 72, "The end. This is not a recording of the lecture."),
    ),
    "ru": (
        (0, 6, "Демонстрационный ролик. Звука нет."),
        (6, 12, "Название доклада на японском, английском и русском языках."),
        (12, 21, "Рассвет. Свет падает на деревянный дом и небольшой огород."),
        (21, 30, "Утро. На трёх грядках появляются всходы."),
        (30, 40, "Полдень. Проходит дождь, листья растут."),
        (40, 50, "Вечер. На дереве созрели яблоки, солнце садится."),
        (50, 60, "Ночь. В окне зажигается свет, из трубы идёт дым."),
        (60, 72, "Конец. Это не запись доклада."),
    ),
}


def pixels(page: Page, drawing: str) -> bytes:
    """The drawing as a PNG."""
    page.set_content(f"<style>*{{margin:0}} svg{{display:block}}</style>{drawing}")
    return page.screenshot(type="png")


def encode(frames: Iterator[bytes], to: Path) -> None:
    """Writes PNG frames as a WebM without sound, the same bytes for the same frames."""
    ffmpeg = shutil.which("ffmpeg") or sys.exit("ffmpeg is missing")
    reading = ("-f", "image2pipe", "-framerate", str(RATE), "-c:v", "png", "-i", "-")
    writing = ("-c:v", "libvpx-vp9", "-crf", "44", "-b:v", "0", "-g", "96", "-pix_fmt", "yuv420p", "-threads", "1")
    whole = [ffmpeg, "-loglevel", "error", "-y", *reading, *writing, "-fflags", "+bitexact", "-an", os.fspath(to)]
    with subprocess.Popen(whole, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        for png in frames:
            process.stdin.write(png)


def cue_time(seconds: float) -> str:
    """A time as WebVTT writes it."""
    return f"00:{int(seconds) // 60:02}:{int(seconds) % 60:02}.000"


def captions(language: str) -> str:
    """A WebVTT file of what is seen."""
    cues = [f"{cue_time(begins)} --> {cue_time(until)}\n{text}\n" for begins, until, text in CAPTIONS[language]]
    return "WEBVTT\n\n" + "\n".join(cues)


def main() -> None:
    """Makes every file."""
    MEDIA.mkdir(parents=True, exist_ok=True)
    for language in CAPTIONS:
        (MEDIA / f"keynote-clip.{language}.vtt").write_text(captions(language), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        (MEDIA / "keynote-poster.png").write_bytes(pixels(page, frame(42)))
        (MEDIA / "report-bridge.png").write_bytes(pixels(page, bridge()))
        encode((pixels(page, frame(n / RATE)) for n in range(round(END * RATE))), MEDIA / "keynote-clip.webm")
        browser.close()


if __name__ == "__main__":
    main()
