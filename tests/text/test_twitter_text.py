"""X's length is twitter-text's length, on texts made to disagree."""
# ruff: noqa: SIM905 - the parts read better in a row

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

import pytest
from twitter_text import ask

from crisis.text.lengths import measure
from crisis.text.links import find_links
from crisis.text.twitter_tables import EMOJI_TAILS, TLDS

WORDS = """仙台事業所は地震のため閉鎖しています。 9日(金)15:20現在 次回16:30 【第2報】 出社しないでください お問い合わせは へ、 こちら→
ﾊﾝｶｸ は\u3099 Please reply to the safety mail. As of 15:20 JST. No mail? (see note) #OfficeStatus @kitahama_jp naïve Ωμέγα
Привет 안전 العربية ไทย""".split()
HOSTS = """example.com www.kitahama.example.jp t.co a.b.co.jp 日本語.jp 例え.コム 会社.com xn--p1ai.xn--p1ai foo_bar.com -x.com
notice.md 出社.みんな é.fr""".split()
PATHS = """/ /a/b?x=1&y=2 /(film) /a(b(c))d /日本 /a_b-c.html. ?q=é :8080/x /@user/1 /%E3%81%82 /ÅβД /abc!""".split()
EMOJI = """😀 ☎ ☎\ufe0f ☎\ufe0e 1\ufe0f\u20e3 # 👨\u200d👩\u200d👧\u200d👦 👩🏽\u200d🎤 🇯🇵 🇯🇵🇺 🥹 ©\ufe0f ❤\ufe0f\u200d🔥
🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f""".split()
ODD = list(" \n\t\u3000\u200b\u200d\ufe0f\u202a\u2069\ufeff\uffff\u0301-_./@＠#＃:?!\"'`()~、。・「」（）／．ſKẞ")
ODD += list("\ud83d\ude00\U00020bb7\x7f\x00\u0345ι")
LETTERS = [*"aZ9é-_..あ亜\U0001f600/:", "http://", "https://", "t.co/", ".com", ".jp", ".コム", ".みんな", "xn--"]


def texts(count: int, seed: int) -> Iterator[str]:
    """Texts from parts that are likely to meet badly; the same for the same seed."""
    rng = random.Random(seed)
    names = TLDS.split()
    for _ in range(count):
        makers = (
            lambda: rng.choice(WORDS),
            lambda: (
                rng.choice(("", "", "http://", "https://", "HTTP://")) + rng.choice(HOSTS) + rng.choice(["", *PATHS])
            ),
            lambda: rng.choice(EMOJI),
            lambda: rng.choice(ODD),
            lambda: "".join(rng.choices(LETTERS, k=rng.randrange(1, 12))),
            lambda: rng.choice(("a.", "あ.", "x_y.")) + rng.choice(names) + rng.choice(("", "です", "x", "_")),
            lambda: chr(rng.randrange(0x20, 0x2FFFF)) if rng.random() < 0.8 else rng.choice(WORDS) * 40,
        )
        glue = rng.choice(("", "", " "))
        made = glue.join(rng.choice(makers)() for _ in range(rng.randrange(1, 14)))
        yield made.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def places(text: str) -> list[list[int]]:
    """Our links in UTF-16 units."""
    units = list(accumulate((2 if char > "\uffff" else 1 for char in text), initial=0))
    return [[units[link.start], units[link.end]] for link in find_links(text)]


def disagreements(made: list[str]) -> list[str]:
    told = ask(made)
    assert len(told) == len(made)
    wrong = []
    for text, answer in zip(made, told, strict=True):
        found = measure(text, "x")
        if (found.length, found.valid) != (answer["length"], answer["valid"]) or places(text) != answer["links"]:
            wrong.append(f"{text!a}: {found}, {places(text)}; twitter-text {answer}")
    return wrong


@pytest.mark.peer
def test_equal_on_ten_thousand_texts() -> None:
    wrong = disagreements(list(texts(10_000, seed=311)))
    assert not wrong, "\n".join(wrong[:10])


@pytest.mark.peer
def test_every_emoji_sequence() -> None:
    wrong = disagreements([f"{head}{tail}" for tail, heads in EMOJI_TAILS.items() for head in heads])
    assert not wrong, "\n".join(wrong[:10])


@pytest.mark.peer
def test_texts_out_of_the_ordinary() -> None:
    hostile = [
        "a.com_" * 300,
        "a." * 2000 + "com",
        "_." * 1500,
        "http://" * 300,
        "a.co/(" * 300,
        "あ.jp" * 200,
        "a.co?!" * 300,
    ]
    limits = [
        f"{'a' * n}.com あ{'い' * n}.jp http://{'い' * n}.jp/ https://{'😀' * (n // 2)}.jp" for n in range(20, 80)
    ]
    long = [f"https://a.com/{'x' * n} a.com/{'x' * n}" for n in range(4060, 4100)]
    slugs = [f"https://t.co/{'x' * n}?a=b. https://t.co/{'x' * n}/y" for n in range(36, 44)]
    wrong = disagreements([*hostile, *limits, *long, *slugs])
    assert not wrong, "\n".join(line[:400] for line in wrong[:10])
