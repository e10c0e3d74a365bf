"""The kit's own words in Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

JA: Mapping[str, object] = MappingProxyType(
    {
        "title": "危機対応キット",
        "sheet": "危機対応シート（印刷用）",
        "as_of": "{at} 現在。数字と文面は、この後に変わっていることがあります。",
        "exercise": "訓練",
        "offline": "ネットワークがなくても読めます。鍵・コード・パスワードは入っていません。",
        "rule": "社外に出してよいもの",
        "rules": (
            "会社のホームページに載せてよいものだけを投稿する。",
            "承認された文面をそのまま使う。空欄のほかは変えない。",
            "名前・人数・階・写真・原因・見込みは書かない。",
            "時刻を必ず入れる：いま何時現在か、次はいつ伝えるか。",
        ),
        "texts": "事前に承認された文面",
        "none": "まだありません。平常時に：crisis preclear TYPE",
        "until": "有効期限 {until}",
        "fill": "空欄を埋め、もう一人に読み上げてから出す。",
        "people": "下書きと承認をする人",
        "phones": "デスクと部署の電話",
        "outside": "外で予約投稿を止めてもらう先",
        "contacts": "公開してよい問い合わせ先",
        "accounts": "アカウントと持ち主",
        "no_phone": "番号なし（crisis.toml の [kit.phones]）",
        "cards": "コードカードの使い方",
        "card_steps": (
            "承認者に電話し、文面を一字ずつ読み上げてもらう。",
            "確認の語を言い合い、同じ文面を見ていると確かめる。",
            "承認者はカードの次のコードを一つだけ言う。使ったコードは線で消す。",
            "カードを写真に撮らない。なくしたらすぐ：crisis card revoke",
        ),
        "by_hand": "道具が使えないとき",
        "hand_steps": (
            "この文面を手で投稿し、時刻とURLを紙に控える。",
            "投稿できたか分からないときは、もう一度投稿しない。アカウントを見て確かめる。",
            "戻ったら：crisis settle P-… --published URL",
        ),
        "staff": "社員の皆さんへ：していいこと・いけないこと",
        "do": "する",
        "dont": "しない",
        "dos": ("会社の安否確認に答える。", "公式のお知らせを見る。", "記者や外からの質問は広報に回す。"),
        "donts": (
            "現場の写真や動画を投稿しない。",
            "うわさを広めない。正しいとも違うとも言わない。",
            "同僚の名前や様子を書かない。",
            "推測で原因や見込みを話さない。",
        ),
        "roles": {
            "drafter": "下書き",
            "approver": "承認",
            "lead": "広報リード",
            "legal": "法務",
            "ir": "開示",
            "deputy": "代行",
            "trainee": "研修中",
        },
    }
)
EN: Mapping[str, object] = MappingProxyType(
    {
        "title": "Crisis kit",
        "sheet": "Crisis sheet (to print)",
        "as_of": "As of {at}. Numbers and texts may have changed since.",
        "exercise": "EXERCISE",
        "offline": "Works without a network. No key, code or password is in it.",
        "rule": "What may be public",
        "rules": (
            "Post only what may stand on the company's home page.",
            "Use the agreed text as it is. Change nothing but the blanks.",
            "No names, counts, floors, pictures, causes or guesses.",
            "Always a time: as of when, and when we speak next.",
        ),
        "texts": "Texts that were pre-cleared",
        "none": "None yet. In calm times: crisis preclear TYPE",
        "until": "valid until {until}",
        "fill": "Fill in the blanks and read it to a second person before it goes.",
        "people": "Who drafts and who clears",
        "phones": "Telephones of the desk and of departments",
        "outside": "Whom to phone to stop scheduled posts",
        "contacts": "Contacts that may be public",
        "accounts": "Accounts and their owners",
        "no_phone": "no number (crisis.toml, [kit.phones])",
        "cards": "How to use a card of codes",
        "card_steps": (
            "Phone the approver and have them read the text back, word by word.",
            "Tell each other the check word: you both look at the same text.",
            "The approver gives the next code of the card, one only, and strikes it out.",
            "Take no picture of a card. Lost: crisis card revoke at once",
        ),
        "by_hand": "When the tool does not work",
        "hand_steps": (
            "Post this text by hand; write the time and the address on paper.",
            "Not sure whether it is out? Do not post again. Look at the account.",
            "Afterwards: crisis settle P-… --published URL",
        ),
        "staff": "For all staff: do and don't",
        "do": "Do",
        "dont": "Don't",
        "dos": (
            "Answer the company's safety check.",
            "Read the official posts.",
            "Send reporters and callers to communications.",
        ),
        "donts": (
            "Post no pictures or films of the scene.",
            "Pass no rumours on; say neither yes nor no.",
            "Write nothing of colleagues, by name or otherwise.",
            "Do not guess at causes or at the end.",
        ),
        "roles": {
            "drafter": "drafts",
            "approver": "clears",
            "lead": "lead",
            "legal": "legal",
            "ir": "investor relations",
        },
    }
)
WORDS: Mapping[str, Mapping[str, object]] = MappingProxyType({"ja": JA, "en": EN})
