"""Who is where, who is hurt, and who is left at the site: words by the part that they play in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.guard.telling_words.forms import verbs
from crisis.guard.word_parts import phrases_of as _phrases

FEW = tuple("123456789一二三四五六七八九")
FEW_IN_ENGLISH = _phrases(
    "one|two|three|four|five|six|seven|eight|nine|2|3|4|5|6|7|8|9",
)
ONE_PERSON = _phrases(
    "person|employee|worker|colleague|man|woman|customer|visitor|guest|technician|guard|nurse|contractor|cook|driver",
)
SOME_PEOPLE = _phrases(
    "people|persons|employees|staff|workers|colleagues|men|women|others|drivers|nurses|guests|customers|visitors|patients",
    "engineers|technicians|guards|contractors|interns|clerks",
)
GUESTS = ("people", "persons", "visitors", "guests", "customers")
LIMITS = ("名まで", "人まで", "名以内", "人以内", "人1組", "名1組", "人ずつ", "人に1人", "人用")
LIMITS_IN_ENGLISH = ("per", "at a time", "at once", "only", "maximum")
"""How many may come, which tells nothing of anybody."""

PEOPLE: Mapping[str, tuple[str, ...]] = {
    "leader": _phrases(
        "最高技術責任者|最高情報責任者|当社役員|代表取締役|オーナー|トップは|トップが|重役|首脳陣|うちの代表|弊社トップ|代表は",
        "代表が|ボス|ceoの|支配人|社長|会長|副社長|取締役|役員|専務|常務|頭取|執行役員|監査役|工場長|支社長|経営陣|経営幹部",
        "弊社代表|当社代表|弊社の代表|当社の代表|社主|相談役|最高経営責任者|最高財務責任者|創業者",
        "executive committee|executive board|management board|crisis committee|the board will|our board|board of directors",
        "chief technology officer|vp of|head of operations|plant head|our boss|the boss|the owner|our owners|the owners|the md",
        "our md|top management|senior leaders|the partners|ceo|cfo|coo|cto|ciso|cio|our president|company president",
        "the president and ceo|chairman|chairwoman|our chair|managing director|plant director|plant manager|site director",
        "general manager|executives|senior management|leadership team|management team|vice president|vice presidents|vps",
        "two vps|our directors|directors|our founder|our owner|chief executive|chief financial officer|chief operating officer",
        "board members",
    ),
    "-leader": _phrases(
        "自治会長|町会長|連合会長|議会会長|協会会長|校長会長|会長国",
        "district general manager",
    ),
    "whereabouts": _phrases(
        "訪れ|訪問中|へ入り|に入り|外遊|代読|視察中|足止め|発ちま|待機して|詰めて|合宿|におり|にいて|へ出か|に出か|結婚式|葬儀",
        "旅行|調整に当た|帰省|ゴルフ|入り|リモートで|オンラインで指揮|空です|海外|ハワイ|上京|省庁|通院|検査入院|着き|着く|車内",
        "機内|自宅|別宅|伺い|伺う|訪ね|会食|不在|休暇|連絡がつか|連絡が取れ|連絡が付か|退院|手術|帰路|戻り|戻る|戻って|発ち",
        "発つ|乗って|乗り継|乗り込|集まっ|集まり|回る予定|回ります|巡回|駅に|空港|新幹線|飛行機|ヘリ|代行|代理|謝罪に|詫びに",
        "閉じこも|別の場所|同行|立ち寄|招集|携帯に|実家|夫人|療養|静養|欠席|体調|倒れ|逃げ",
        "meets tomorrow|meets tonight|meets at|meets on|meet at|will meet|arrives|landed|stranded|flying|is due|abroad",
        "left the country|the country|having surgery|wedding|funeral|vacationing|a villa|out of town|in court|in dubai",
        "in london|in new york|at his house|at her house|at home|his home|her home|at his|at her|hotel|hospital|airport",
        "unreachable|be reached|on holiday|on vacation|on leave|in charge|stands in|standing in|stepped in|stuck in|train|car",
        "jet|helicopter|villa|surgery|resign|from abroad|overseas|back from|on his way|on her way|on their way",
    )
    + verbs(
        "fly/flew/flown|travel|drive/drove/driven|arrive|land|return|visit|inspect|tour|gather|head|leave/left|depart"
    )
    + verbs(
        "board|sleep/slept|stay|cut/cut short|meet/met|walk|admit*|hospitalise|move|swap* shifts|hide/hid/hidden|lodge"
    ),
    "meets": _phrases(
        "行います|行い、|集まります|臨時で開|臨時に開|開きます|開かれ|招集|協議して|協議しま|集まって|決めます|判断しま",
        "meets at|meets tonight|meets tomorrow|meet tonight|meets on|convenes|will convene|in session|emergency session",
        "emergency meeting",
    ),
    "few-people": _phrases(
        "ひとり|ふたり|お一人|お二人",
        "a fallen|and one is|of our staff|of our colleagues|of our people|of our workers|of our drivers|of our team|of our crew",
        "two of our|three of our|four of our|five of our",
    )
    + tuple(f"{number}{who}" for number in (*FEW, "数") for who in ("人", "名", "名様"))
    + tuple(f"{number} {who}" for number in FEW_IN_ENGLISH for who in (*ONE_PERSON, *SOME_PEOPLE))
    + tuple(f"a {who}" for who in ONE_PERSON),
    "-few-people": tuple(f"{number}{limit}" for number in FEW for limit in LIMITS)
    + tuple(f"{number} {who} {limit}" for number in FEW_IN_ENGLISH for who in GUESTS for limit in LIMITS_IN_ENGLISH),
    "own-unit": _phrases(
        "同じ課|同じ部|同じ班|同僚|課は|課の|課で|部の|部は|部で|営業所の|営業所で|支店の|支店で|支社の|事業所で|事業所の",
        "工場で|工場の|倉庫で|店舗で|フロアで|フロアの|班は|班の|チームの|チームは|社員|従業員|当社|弊社|当店",
        "same team|the team|our|employee|employees|staff|colleague|colleagues|branch|accounting|warehouse workers|the office",
        "head office|the plant",
    ),
    "state-of-people": _phrases(
        "濃厚接触|過呼吸|救護|落水|出勤でき|階段から落|下痢|がれき|連絡がつ|連絡が取|連絡の取|返信があ|返信がな|返事がな|無事を",
        "無事が|確認中|けが|怪我|負傷|搬送|手当|入院|行方|取り残|閉じ込め|下敷き|体調|倒れ|感染|陽性|発熱|やけど|骨折|煙を吸",
        "避難でき|救出|救助|救急|欠勤|転倒|重傷|軽傷|重体",
        "close contact|close contacts|rescue|fallen|badly|safe|not answering|rash|burned|coma|unhurt|still inside|answering",
        "hurt|injured|burnt|missing|trapped|reach|taken to|taken away|ambulance|inhaled|treated|collapsed|in hospital|hospital",
        "unaccounted|rescued|sick|infected|replied|not replied|heard from|fell|slipped|unconscious|unwell",
    ),
    "deaths": _phrases(
        "亡くな|死亡|死者",
        "killed|died|has died|have died|lost their lives",
    ),
    "somebody": _phrases(
        "運転士|車掌|機長|操縦士|看護師|調理|学生アルバイト|警備員|清掃|一人は|1人は|係長|主任|パート女性|新入社員|娘さん",
        "息子さん|お母さん|少年|少女|亡くなった従業員|うちの|高校生|園児|社員|従業員|職員の1人|作業員|運転手|ドライバー|店員",
        "同僚|当該|本人|倒れた方|発熱した方|感染した方|亡くなった方|けがをした方|けがした|派遣の方|パート|アルバイト|店長|部長",
        "課長|工場長|班長|妻|夫|家族|奥さま|奥さん|お子さん|子ども|担当者|当直|新人|実習生|営業部|総務部|経理部|技術部",
        "train driver|the driver|pilot|the worker|warehouse staff|our staff|cook|canteen|the case|the victim|baker|she|her",
        "the child|the boy|the girl|our new|the colleague|pupil|apprentice|a kid|kids from our|his son|her son|his mother",
        "employee|worker|driver|colleague|staff member|the man|the woman|manager|manager's|supervisor|technician|nurse|guard",
        "the injured|intern|operator|cashier|his wife|her husband|his family|her family|one of those|one of our|one of us",
        "a member of|our engineer|our cook|he|receptionist",
    ),
    "condition": _phrases(
        "旅行|てんかん|結核|指を|うつ病|長時間労働|失明|切断|パニック|命を絶|自殺|心臓が|耳の不自由|目の不自由|下痢|嘔吐|吐い",
        "はしか|水ぼうそう|貧血|麻痺|認知症|精神|薬物|アレルギ|障害があ|けいれん|透析|酔って|血圧|薬を|服薬|酒気|飲酒|酒を|発症",
        "復帰|未接種|打っていない|ワクチン|アレルギー|持病|病歴|治療|通院|入院|妊娠|産休|うつ|メンタル|休職|診断|全治|骨折|手術",
        "障害者|検査を受|陽性|熱が|咳|濃厚接触|感染|インフルエンザ|意識|心臓|がん|糖尿|発作|持ち場で倒|自宅で療養|過労|残業",
        "epilepsy|tuberculosis|fingers|finger|lost two|lost a leg|lost an eye|asthma|long hours|schizophrenia|addict|addiction",
        "insulin|took his own life|took her own life|own life|hepatitis|deaf|blind|wheelchair|rash|vomiting|hiv|fainted|anxiety",
        "migraine|pregnancy|bipolar|autistic|dementia|measles|scarlet fever|drunk|drinking|had been drinking|alcohol|medication",
        "pills|blood pressure|fell ill|falls ill|broken leg|broken arm|broken hip|close contact|tested positive|positive",
        "off for|off sick|sick leave|depression|returns on|return to work|unvaccinated|not vaccinated|surgery|pregnant|heart",
        "diabetes|diabetic|seizure|condition|overworked|burn-out|therapy|diagnosis|infected|high fever|has asthma|allergic",
        "stroke|cancer|covid|flu",
    ),
    "of-the-sick": _phrases(
        "保健所|外来|診療|相談|予防|接種会場|接種を|受診|受付|かかりつけ|症状がある方|症状のある方|場合は|皆さま|皆さん|市民",
        "県内|都内|市内|患者数|ください|クリニック",
        "visiting|visitors|wash hands|面会|手洗い|per patient",
        "thx|thank you|thanks|clinic|symptoms|if you|people with|anyone|patients|public health|health department",
        "health officials|officials|county|police|vaccination|your|donat",
    ),
    "our-own": _phrases(
        "うち|私ども|わたしども|わたしたち|弊店|当院|当園|当校|本店|社屋|現場|寮|当行|当センター|当社|弊社|社員|従業員|うちの",
        "わが社|本社|支社|事業所|営業所|当店|店舗|工場|倉庫|オフィス|出社|来社|来所|出勤|社内|部署|課長|店長|同僚|当館|当ビル",
        "本館|ご来訪",
        "our team|our crew|our boss|our|we|we're|us|colleague|colleagues|employee|employees|staff|head office|hq|the office",
        "the plant|the store|the shop|the warehouse",
    ),
    "nobody": _phrases(
        "女性ひとり|ひとりしか|人っ子ひとり|一人しか|無施錠|誰も|だれも|無人|人がいな|一人もいな|留守|空に|からっぽ|当直だけ",
        "宿直だけ|一人だけ|1人だけ|手薄|不在",
        "only one|only one lady|one lady|alone|by herself|by himself|nobody|no one|no staff|empty|only one person",
        "just one person|a single guard|skeleton crew|understaffed|deserted",
    ),
    "left-alone": _phrases(
        "宿直|当直|社屋|夜の訪問|売上金|レジ|金庫|夜間|夜は|週末|土日|休日|連休|店内|社内|事務所|オフィス|倉庫|工場|ビルに",
        "建物に|現場に|本社|営業所|守衛|警備|見張",
        "night desk|the night|the till|the takings|the safe|the keys|the office|on site|at the site|the plant|this weekend",
        "over the weekend|overnight|at night|tonight|the building|the store|the shop|the warehouse|until monday|guard|guarding",
    ),
    "-condition": _phrases(
        "社員旅行|旅行会社|旅行者|旅行客",
    ),
}
