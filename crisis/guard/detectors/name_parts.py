"""What tells a name from an office, a role or a place."""

from __future__ import annotations

GIVEN = (
    "大悟光人仁真由理亜里沙帆穏拓駿颯匠慎敬淳正義貴尚俊雅道典一寛宗恒良昌宣伸孝晴春夏秋冬凛澪紗桜舞詩羽那凪"
    "咲翼葵楓希江枝乃宏幹秀敏昭紀裕郎朗太一二三子美恵香奈夫男雄介助樹斗翔輝也哉司志弘博明彦之幸織里花華絵"
    "衣佳代平治次吾郁健誠茂隆浩剛徹聡智修豊勇進学実緒穂菜莉音愛優結陽悠蓮湊蒼"
)
"""Characters with which given names end."""

ROLES = (
    "お子|大家|ボランティア|保線|生協|自衛隊|消防団|町内会|自治体|事務局|運営|主催者|管理人|配達員|ドライバー|"
    "オーナー|スタッフ|サポーター|ファン|お医者|看板|職人|大工|農家|漁師|八百屋|魚屋|皆様|隊員|駅員|係員|"
    "店主|飼い主|持ち主|ご近所|近所|被害者|避難者|未就学児|園児|児童|受験生|在校生|卒業生|教職員|お客|一|両|"
    "乗客|仕|他|企業|会員|会社|住民|何|保護者|兄|入居者|別|利用者|加盟店|参加者|取引先|受験者|各|各社|同|"
    "名|名以上|団体|国民|坊|外国人|多|天皇|契約者|奥|妊婦|妹|姉|娘|嬢|子|学生|孫|客|家族|対象者|市民|"
    "希望者|帰宅者|店員|店舗|弟|当事者|従業員|得意先|御客|御家族|御社|応募者|息子|患者|摂|方々|旅行者|旦那|"
    "有|本人|本屋|来場者|来訪者|来館者|某|株主|業者|模|殿下|母|派遣|消費者|消防士|父|王|生徒|町民|異|皆|"
    "皆々|皇后|看護師|県民|社員|神|組合員|職員|華|被災者|視聴者|親|親子|観光客|訪問者|読者|誰|諸|警察官|"
    "貴|購入者|赤|運転手|遺族|関係者|閣下|隣|顧客|高齢者"
)
"""What stands before さん, 様 or 氏 and names nobody."""

OFFICES = (
    "部|課|室|係|所|局|社|店|場|署|庁|省|院|校|会|代表|取締役|執行役員|副|総務|人事|広報|営業|情報|"
    "経理|財務|技術|開発|製造|品質|法務|企画|管理|業務|事業|本|支|各|前|現|新|両|担当|工場|研究|消防|"
    "警察|対策|本部|副本部|施設|購買|調達|物流|生産|経営|戦略|監査|内部|海外|国際|地域|統括|主任|専任|正|"
    "非正規|契約|派遣|弊|当|自|全|一部|同|元|担任|主治|産業|専門|女性|男性|若手|外国人|出向|他|夜間|"
    "常駐|委託|責任|安全|総括|の|は|が|退職|入|新入|既存|現地|全国|東京|大阪|仙台|名古屋|福岡|札幌|横浜|"
    "神戸|京都|広島|千葉|都内|県内|市内"
)
"""Endings of what stands before a title and is an office, no name."""

TITLES = (
    "主任|係長|課長|次長|部長|室長|店長|工場長|所長|支店長|支社長|社長|専務|常務|取締役|リーダー|マネージャー|マネジャー|主事|"
    "班長|医師|先生|看護師|隊員|社員|警備員|運転士|車掌|機長|操縦士|乗務員|保育士|介護士|調理師|教諭|主査|技師|救命士|整備士|薬剤師|"
    "助産師|添乗員"
)
"""What follows the name of who bears it."""

CHIEFS = (
    "市長|知事|町長|村長|区長|学長|総長|院長|校長|園長|館長|社長|会長|代表|店長|理事長|頭取|長官|大臣|組合長|支部長"
)
"""Who may speak under their own name (「市長の佐々木です」)."""

POSTS = (
    f"{CHIEFS}|副社長|専務|常務|部長|課長|係長|次長|室長|所長|工場長|支社長|支店長|主任|リーダー|担当|担当者|責任者|当番|同僚|"
    "社員|職員|運転手|車掌|運転士|機長|看護師|保育士|教諭|警備員|店員|調理師|整備士|乗務員|配達員|検査員|監視員|係員|職長|当直|窓口|"
    "幹事|班長|営業|総務|広報|人事|経理|負傷者|けが人|本人|当社|弊社|従業員|作業員|隊員|研究員|[部課室係班]"
)
"""What stands before a surname, with or without の."""

_PLACES = (
    "山口 福島 千葉 石川 宮城 長野 福井 富山 香川 秋田 大分 岡山 山形 宮崎 長崎 徳島 三重 福岡 "
    "広島 高知 岐阜 滋賀 奈良 熊本 佐賀 中野 上野 目黒 大塚 高田 千田 川崎 横浜 神戸 松本 松山 "
    "高松 青森 岩手 栃木 茨城 静岡 大津 豊田 岡崎 津 大阪 品川 渋谷 池袋 新宿 浅草 三浦 成田 "
    "小田原 小松 金沢 高山 松江 中央 日本 本町 大島 小豆島 中島 江東 荒川 板橋 葛西 北上 花巻 大川 "
    "中川 江戸川 早川 北浜 東山 西宮 吉野 白石 相馬 原町 南 北 東 西 森 林 原 島 浜 平 泉 谷 "
    "岡 "
)
PLACES = frozenset(_PLACES.split())
"""Surnames that are better known as places: they count with a given name, or in a row with other names."""

_GIVEN_NAMES = (
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony "
    "donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan "
    "jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander "
    "patrick raymond dennis jerry tyler aaron adam nathan henry zachary douglas peter kyle "
    "noah ethan jeremy walter keith roger terry sean gerald carl harold jesse "
    "bryan lawrence arthur gabriel bruce billy joe alan juan elijah willie albert wayne randy "
    "vincent liam roy bobby caleb bradley russell lucas mary patricia jennifer linda elizabeth barbara susan "
    "jessica karen sarah lisa nancy sandra betty ashley emily kimberly margaret donna michelle carol amanda "
    "melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda "
    "pamela nicole anna samantha katherine christine debra rachel carolyn janet maria olivia heather helen "
    "catherine diane julie joyce lauren kelly christina ruth joan judith evelyn hannah "
    "andrea megan cheryl jacqueline teresa abigail sophia martha sara gloria janice kathryn ann "
    "isabella judy julia amber alice denise frances danielle marilyn natalie beverly diana "
    "brittany theresa kayla alexis doris lori tiffany priya raj anil sunil mei jing ahmed "
    "mohammed muhammad fatima omar hassan ibrahim yusuf carlos luis miguel sofia lucia pedro ivan olga "
    "dmitri sergei pierre marie jean-luc hans klaus greta lars sven ingrid tom tim ben sam mike dave steve "
    "chris matt nick alex bob kate jane lucy ellen fiona nigel graham gareth rhys sian oliver harry "
    "oscar leo jenny tony ken ron "
)
GIVEN_NAMES = frozenset(_GIVEN_NAMES.split())
"""Given names that are frequent in English-speaking countries and beyond, less those that places bear."""
