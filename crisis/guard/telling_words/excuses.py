"""Words that excuse a sentence: the public is spoken to, thanked or warned."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.guard.word_parts import phrases_of as _phrases

EXCUSES: Mapping[str, tuple[str, ...]] = {
    "faces-press": _phrases(
        "会見を行|会見を開|会見で説明|記者会見を|会見し|記者の皆|動画はこちら|自治会|発表しました|お詫び申し上げます。",
        "コメントを発表|談話|社長名",
        "live at|takes questions|press conference|news conference|briefing|said in a statement|live stream|livestream|webcast",
    ),
    "the-public": _phrases(
        "相談|請求をする|消費者|事業者さま|事業者様|ご愛顧|をもって閉|をもちまして|リニューアル|お問い合わせは|営業時間",
        "本日の営業|営業を再開|被災者|被災された方|皆さま|皆様|市民|町民|村民|県民|住民|世帯|国民|利用者|受講|来場|自治体|市内",
        "県内|町内|都内|国の|政府|議会|法律相談|窓口|給付|助成|補助|支援金|義援金|寄付|募金|返金|払い戻|チケット|イベント|大会",
        "公演|道路|河川|橋|鉄道|水道|ダム|農家|農地|漁業|県は|市は|町は|村は|省は|庁は|知事|市長|大臣|首相|罰則|悪質|事業者の方",
        "ご注意",
        "if your|your home|your house|school board|board of supervisors|planning board|commission|residents|taxpayers|council",
        "households|homeowners|the city|the county|the state|the government|minister|governor|mayor|tickets|donat|refund|grants",
        "relief|survivors|evacuees|aid|humanitarian|families in|road|roads|bridge|highway|officials|police",
    ),
    "thanks": _phrases(
        "寄付|寄贈|ご支援|支援いただ|ご協力|感謝|ありがとう|提供いただ|提供を受け|賜り|募金|義援金|協賛",
        "donated|donation|thank|thanks|grateful|sponsor|partnered|teamed up",
    ),
    "impostor": _phrases(
        "偽の請求|偽メール|うわさに注意|デマに注意|噂に注意|確かでない|根拠のない話|広めないで|なりすまし|かたる|騙る|装った|装う|偽アカウント|偽の|"
        "偽サイト|詐欺|フィッシング|不審なメール|公式アカウントではあり",
        "ご注意ください|公的機関|正しい情報|気象庁|警察",
        "scam|scammers|impersonat|fake account|fake accounts|fraud|phishing|official sources|trusted sources|fact check",
        "fact-check|fact page|verified",
    ),
    "no-alarm": _phrases(
        "点検によるもの|によるものです|火災ではありません|異常はありません|ご心配をおかけ",
        "not a fire|no cause for alarm|part of the test",
    ),
    "inquiry": _phrases(
        "調査の結果|調査結果|第三者|再発防止",
        "investigation|inquiry|review found",
    ),
}
