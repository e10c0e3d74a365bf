"""Phrases that tell nothing alone, by the part that they play: a person beside an illness, a camera beside what fails."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.guard.surnames import SURNAMES
from crisis.guard.terms import alike


def phrases_of(*lines: str) -> tuple[str, ...]:
    """The phrases of some lines, set apart by `|`."""
    return tuple(phrase for line in lines for phrase in line.split("|"))


KNOWN_SURNAMES = frozenset(alike("\n".join(SURNAMES)).split("\n"))
"""Frequent surnames as they read once old and variant forms are exchanged (嶋田 as 島田)."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "person": phrases_of(
        "ドライバー|受付|清掃員|新人|班員|部長|課長|店長|cleaner|trainee|receptionist|mechanic|社員|従業員|職員|社員の|派遣社員|スタッフ",
        "アルバイト|パート|作業員|同僚|部下|上司|出向者|実習生|インターン|employee|employees|staff member|staff members|worker",
        "workers|colleague|colleagues|contractor|member of staff|members of staff|technician|intern",
        "team member|one of our|our driver|our nurse|our engineer|our guard|our guest|the guard|当社の",
        "弊社の|うちの",
    ),
    "people": phrases_of(
        "所長|支配人|院長|園長|料理長|確認された方|感染された方|亡くなられた方|barista|cook|chef|clerk|cashier|teacher|waiter|steward|"
        "apprentice|our boss|owner",
        "患者|負傷者|感染者|搬送者|けが人|怪我人|けがの方|倒れた|店員|利用者様|お客さま|園児|生徒|学生|先生|隊員|看護師|ご遺族|社長",
        "driver|nurse|guard",
        "the case|patient|guest|boss|manager|pupil|student|someone|operator|警備員|来訪者|役員|担当者|男性|女性|本人",
        "家族|運転手|妻|夫|息子|娘|濃厚接触者|engineer|his wife|her husband|family member|child of",
    ),
    "illness": phrases_of(
        "ノロに|コロナに|ヘルニア|盲腸|流感|おたふく|水ぼうそう|帯状疱疹|貧血|低血糖|過呼吸|精神科|心療内科|鬱|依存症|大腸菌",
        "サルモネラ|赤痢|コレラ",
        "salmonella|e. coli|cholera|shingles|mumps|hernia|appendicitis|burnout|burn-out|alcoholic|dementia|"
        "hypoglycaemia|blood clot|heart condition|head injury|broken ribs|broken ankle|broken wrist|lost a finger",
        "てんかん|発作|脳震とう|脳しんとう|脳震盪|手術|全治|打撲|捻挫|ねんざ|重体|意識不明|集中治療|hiv|エイズ|梅毒|デング|マラリア",
        "麻しん|風しん|百日咳|肺炎|脳梗塞|脳卒中",
        "心筋梗塞|ぜんそく|喘息|アレルギー|白血病|がん|腫瘍|流産|不妊|更年期|適応障害|パニック障害|自殺|自死|過労|熱中症|頭蓋骨",
        "アキレス腱|靱帯|切断|失明|持病",
        "fracture|fractured|concussion|collarbone|skull|intensive care|surgery|stroke|seizure|epilepsy",
        "epileptic|asthma|hiv|aids|dengue|malaria|measles|tuberculosis|hepatitis|pneumonia|miscarriage",
        "allergic|allergy|amputated|coma|sedated|stitches|sprained|burned|burnt|heatstroke|overdose",
        "suicide|mental health|panic attack|ptsd|leukaemia|leukemia|tumour|tumor|chemo|dialysis|has type",
        "rabies|mpox|blood type",
        "陽性|感染|発熱|重症|重傷|軽傷|負傷|骨折|意識不明|心肺停止|死亡|入院|通院|妊娠|妊婦|持病|既往症",
        "うつ病|精神疾患|障害者手帳|糖尿病|心臓病|透析|癌|診断|休職|搬送|やけど|けが|濃厚接触|ワクチン未接種",
        "行方不明",
        "tested positive|infected|hospitalised|hospitalized|in hospital|pregnant|injured|was hurt|unconscious",
        "broken leg|broken arm|diagnosed|diabetes|cancer|heart attack|depression|sick leave|died",
        "fever|in critical condition|underlying condition|missing|patient zero|quarantined|burns",
        "インフル|インフルエンザ|コロナ|新型コロナ|ノロウイルス|はしか|結核|食中毒|covid|covid-19|the flu|"
        "norovirus|influenza",
    ),
    "surname": tuple(sorted(name for name in KNOWN_SURNAMES if len(name) > 1)),
    "quake": phrases_of(
        "地震|震度|余震|じしん",
        "earthquake|aftershock|quake",
    ),
    "accident": phrases_of(
        "障害が|障害の|障害に|障害は|障害を|障害で|障害により|システム障害|通信障害|故障|不具合|メンテナンス|保守作業|点検のため|点検中",
        "しょうがい|こしょう|メンテナンス",
        "outage|malfunction|glitch|technical fault|technical difficulties|technical problem|system fault|maintenance|breakdown|bug",
    ),
    "go-home": phrases_of(
        "帰宅してください|ご帰宅ください|帰宅を開始|帰宅して下さい|早めに帰宅|直ちに帰宅|帰ってください",
        "かえってください",
        "go home|head home|leave for home|travel home|return home now",
    ),
    "-go-home": phrases_of(
        "帰ってくださいと言われ",
        "do not go home|don't go home|not go home|むやみに帰宅を開始|むやみに帰宅しない",
    ),
    "guard-device": phrases_of(
        "二段階認証|二要素認証|2段階認証|2要素認証|アクセス制限|ログの監視|入場ゲート|門の鍵|金庫室|見張り|防火扉|スプリンクラー",
        "two-factor|two factor|2fa|mfa|multi-factor|login checks|spam filter|web filter|logging|sprinklers|security gate|turnstiles|"
        "fire doors|locks|padlock|security system",
        "監視カメラ|防犯カメラ|カメラ|入退室|入退館|警報装置|警報機|警報ベル|火災報知|防犯ベル|非常ベル|警報が鳴|警報も鳴",
        "警報音|防犯システム|監視|アラーム|あらーむ|センサー|オートロック|シャッター|電子錠|自動ドア",
        "門扉|通用口|裏口|金庫",
        "パッチ|バックアップ|ファイアウォール|ウイルス対策|ログ監視|非常用電源|発電機|警備システム|セキュリティ装置|多要素認証|侵入検知",
        "camera|cameras|cctv|alarm|alarms|door lock|door locks|gate|back door|badge reader|sensor|sensors",
        "backup|backups|firewall",
        "antivirus|vault|fence|intrusion detection|access control|card readers|shutters|monitoring|patches",
        "generator",
    ),
    "off": phrases_of(
        "利かず|利かない|利きません|止めました|切りました|外しました|解除しました|効いていま|効かない|効きません|入っていません",
        "解除され|開いた状態|行えま|なしで|なしに|しかありま|先月分|jammed|can't be closed|cannot be closed|won't close",
        "stuck open|stopped working|stays open|不通|下りず|下りません|下ろせ|閉まらず|閉まりません|閉められ|掛からず|かからず",
        "かかりません|取れていません|直っていません|緩め|弱めて|当てていな|適用していな|外しています|外したまま|解除して",
        "解除したまま|切っています|does not work",
        "期限切れ|古いまま",
        "switched off|turned off|paused|suspended|bypassed|wide open|aren't running|isn't running|has stopped|have stopped|out of date|"
        "expired|not recording|don't record|unplugged|not been tested",
        "止ま|止めて|停止|壊れ|故障|動いてい|動きません|動かない|切れて|切って|鳴らない|鳴ラナイ|鳴りません|開いたまま|開けたまま",
        "全滅|使えま|使えない|無効|外れて|機能していません|だめに",
        "not working|aren't working|isn't working|is off|are off|is down|are down|is dead|are dead|broken",
        "failed|have not run|has not run|disabled|out of order|open all night|on battery|switched off",
        "turned off|not been applied|don't work|doesn't work|out of fuel",
    ),
    "-off": phrases_of("停止線|一時停止|止まって(お待ち"),
    "board": phrases_of("取締役会|役員会|経営会議|臨時株主総会|board meeting|the board|directors will"),
    "decides": phrases_of(
        "決める|決定する|承認|議題|諮り|諮る|決議|decide|decides|approve|approves|vote|votes|sign off"
    ),
    "earning": phrases_of(
        "売上|売り上げ|利益|業績|収益|株価|株は|株が|業況|受注額|給与|賞与|ボーナス",
        "profit|profits|revenue|sales|stock|shares|bonus|bonuses|margin|salaries",
    ),
    "-earning": phrases_of(
        "業績への影響は現在精査|業績への影響は精査|業績への影響は確認|業績への影響は現在確認|業績への影響については"
    ),
    "changes": phrases_of(
        "下回|上回|見込|予想|減る|減り|減少|落ち込|落ちる|下が|上が|影響は|戻り|飛ん|吹き飛|カット|削",
        "bounce|drop|drops|fall|falls|rise|rises|cut|hit|eat|eats|slump|shrink|lower than|higher than",
        "will miss|wipe",
    ),
}
