"""The phrases that the guard brings itself, folded, by finding code or by the part they play for a detector.

A class `-CODE` holds innocent words around the phrases of CODE. Phrases are set apart by `|`. Add a phrase here and its case
to the tests; names that grow with the world (further suppliers and products) stand in `data/lexicons/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crisis.guard.claim_words import CLAIMS
from crisis.guard.telling_words import TELLING_WORDS
from crisis.guard.word_parts import PARTS
from crisis.guard.word_parts import phrases_of as _phrases

LEAKS: Mapping[str, tuple[str, ...]] = {
    "classification": _phrases(
        "部内限り|課内限り|役職者限定|管理職限定|関係部署限り|役員限り|do not send|company use only|office use only",
        "not to leave the company",
        "(社内向け)|【社内向け】|社内向け:|【社内】|(社内用)|社内連絡|社内周知|社内メモ|シャガイヒ|しゃがいひ|カンケイシャガイヒ",
        "【案】|【未承認】|下書きです|【下書き】|(下書き)|公開しないこと|読後破棄",
        "not cleared|not yet cleared|draft v1|draft v2|draft v3|draft v4|[draft]|(draft)|do not release|hold for approval",
        "awaiting approval|unapproved|legal review|legally privileged|attorney-client|for your eyes",
        "社内限り|社内のみ|社外持ち出し|社外持出|部外者厳禁|マル秘|まる秘|オフレコ|ここだけの話|内々に|社員限り|社員のみ閲覧",
        "関係者のみ|外に出さないで|公開しないで",
        "スクショ禁止|取扱厳重注意|親展|厳秘",
        "staff only|internal distribution|internal memo|internal use|not for release",
        "do not publish|don't forward|for staff eyes",
        "off the record|embargoed|strictly private|need to know basis|need-to-know|need to know only|restricted circulation|"
        "outside the company",
        "company eyes|proprietary and confidential|between us",
        "社外秘|関係者外秘|関係者限|部外秘|対外秘|課外秘|取扱注意|取り扱い注意|取扱い注意|丸秘|マル秘|極秘",
        "【機密】|[機密]|(機密)|機密扱い|【秘】|(秘)|[秘]|社内限|内部限|社内用|社内秘|転送禁止|転送厳禁",
        "外部公開禁止|公開厳禁|社外への公開|社外への転送|口外禁止|他言無用|内部資料|持出禁止",
        "internal use only|for internal use|internal only|internal distribution only|company confidential",
        "strictly confidential|private and confidential|confidential and proprietary|commercial in confidence",
        "do not distribute|do not forward|not for distribution|not for external|not for publication",
        "not for public release|do not share externally|restricted distribution|eyes only|top secret|tlp:red",
        "tlp:amber|tlp: red|tlp: amber|company internal|staff only - confidential",
        "関係者以外秘|社内のみ|社外に出さないで|社外へ出さないで|部外者に転送|社外に転送|社外へ転送|"
        "do not share outside|not to be shared",
    ),
    "-classification": _phrases(
        "荷物の取扱注意",
    ),
    "finance": _phrases(
        "miss our q|miss our numbers|miss our target|q1 numbers|q2 numbers|q3 numbers|q4 numbers|ほどの損に|の損になります",
        "減損|在庫はあと|在庫があと|在庫は残り|銀行から借|銀行から追加|銀行から融資|追加融資|つなぎ融資|から借り入れ|資金ショート",
        "メインバンク|取引銀行|累積損|利益率|保険でカバー|保険金で|年商|月商|一日あたりの売",
        "impairment loss|impairment charge|impairments|full-year guidance|full-year results|full year guidance|bridge loan",
        "credit facility|our lenders|our investors|losing money|costing us|costs us|cash reserves|insurance will cover",
        "covered by our insurance|covered by insurance|we lose about|we're losing|we are losing|order book|go bust|break even",
        "赤字|融資枠|運転資金|給料の支払|決算を|減配|増配|無配|債務超過|倒産|破産|民事再生|ビットコイン|仮想通貨|要求額|自己資本",
        "格付け|上場廃止|インサイダー|粗利",
        "operating loss|in the red|credit line|cash flow|salaries will|payroll will|our stock|the stock",
        "stock will|shares will|bitcoin|bankrupt|insolvent|write off|quarterly|third-quarter",
        "profit warning|this year's profit|year's profit|bottom line|sales are down|sales will|margins",
        "業績予想|業績への影響|業績見通し|下方修正|上方修正|売上高|売上への影響|営業利益|経常利益|純利益|減益",
        "増益|特別損失|損失額|被害額|損害額|賠償額|身代金|株価|配当|資金繰り|決算への影響|四半期決算|減収",
        "逸失利益|収益への影響|復旧費用",
        "earnings|revenue|quarterly results|profit forecast|sales forecast|earnings forecast|guidance cut",
        "operating profit|net loss|net profit|share price|stock price|dividend|ransom|cost of the outage",
        "financial impact|impact on results|write-off|write-down|extraordinary loss|lost sales",
        "四半期|利益に影響|利益への影響|今期の利益|今期の業績|売上に影響|の売上|売上が|通期の",
    ),
    "-finance": _phrases(
        "資金繰りの相談|資金繰り支援|資金繰りの支援|資金繰り相談|資金繰りに困|資金繰りなど|業績への影響は現在精査|業績への影響は精査|"
        "業績への影響については精査|業績への影響については現在精査|業績への影響は確認|業績への影響は現在確認"
    ),
    "plan": _phrases(
        "引っ越すことに|建て直さず|発表会で出す|let people go|will not be rebuilt|won't be rebuilt|人を減らす|人手を減らす",
        "採用を止|採用は年内|採用凍結|採用を凍結|採用を見送|値上げします|閉店を検討|閉鎖を検討|移転を検討|縮小を検討|次期サーバー",
        "次期システム|次世代機|新サービスの|新型機|子会社化|身売り|事業を畳|買い取る話|統合する話",
        "hiring freeze|freeze hiring|stop hiring|shut down for good|close for good|closing for good|moving production",
        "move production|move our production|buy out|secret project|before the announcement|announce next month|launch next",
        "配置転換|早期退職|工場の集約|統廃合|撤退します|撤退を|値上げの発表|値上げを検討|試作機|試作品|開発中の|次期モデル|新モデル",
        "未公開|極秘プロジェクト|社名変更|本社移転|売却を",
        "product line in|dropping the|phase out|phasing out|discontinue|price increase in|price rise in",
        "prototype|unreleased|upcoming model|plan to close|plans to close|relocate|relocation|sell off",
        "spin off|head count|headcount|to be announced in",
        "人員削減|希望退職|事業撤退|工場閉鎖を検討|買収|合併|経営統合|増資|新製品の発売|未発表|発表前|解禁日",
        "情報解禁|事業計画|中期経営計画|移転計画|工場の移転|役員人事|人事異動|代替工場|代替拠点",
        "layoff|layoffs|job cuts|redundancies|acquisition|merger|takeover|unannounced|under embargo",
        "restructuring|business plan|divestment|not yet announced|product launch plan",
        "新工場|新拠点の",
    ),
    "executive": _phrases(
        "boss|president's|chairman's|ceo's|coo's|cfo's|cto's|the mds|founder|our founder|創業者|重役|役員陣|経営陣|首脳|工場長",
        "うちの社長|オーナー|代表取締役",
        "our boss|the boss|the owner|our director|our vp|vice president|the directors",
        "社長|会長|副社長|取締役|役員|専務|常務|頭取|最高経営責任者|執行役員|監査役|本部長",
        "ceo|cfo|coo|cto|ciso|chairman|chairwoman|board member",
        "managing director|chief executive",
        "our president|company president",
    ),
    "-executive": _phrases(
        "自治会長|町会長|連合会長",
        "vice president of the united states",
    ),
    "movement": _phrases(
        "inspect|inspects|will tour|will inspect",
        "泊まり|車で向か|新幹線で|ヘリで|泊まって|詰めて|駆けつけ|別荘|ゴルフ|海外にい",
        "driving|drives|drove|heads to|headed to|headed for|sleeping at|stays at|is staying|on holiday|his hotel|her hotel|by car",
        "by train|by helicopter",
        "の便|に入り|へ入り|夜に帰国|フライト|便で|に飛び|陣頭指揮",
        "flight|fled|flew|fly|in the air|lands|landing|checks in|boarding",
        "出張|訪問|来訪|来社|到着|移動|宿泊|搭乗|視察|現地入り|帰国|出国|滞在|合流|避難先|の予定|予定です",
        "向かって|向かいます|お見舞い|面会|帰京|入院",
        "flies|will fly|flying|arrive|arrives|arriving|will visit|visits|visiting|travelling|traveling",
        "will travel|travels|staying at|hotel|on site at|lands at|itinerary|is due in|on the way|will be at",
        "heading to|will meet",
        "出発|羽田から|成田から|departs|leaves for|leaving for|lands in",
    ),
    "security-posture": _phrases(
        "だれでも入れる|誰でも入れる|見張りなし|燃料は明日|燃料が切れ|燃料が尽き|fire exit open|doors open for staff",
        "last good backup|last working backup|last usable backup",
        "手薄|見回りがいない|守衛が|守衛は|夜間は無人|鍵は開|鍵が開|開放したまま|フェンスが|監視が止|二要素認証を|二段階認証を切",
        "二段階認証を止|ファイアウォールを|全ポート|復元できるバックアップ|バックアップから戻せ|バックアップを取って",
        "バックアップが古|予備電源は|蓄電池は|電池はあと",
        "nobody's in the|no one's in the|nobody in the|nobody's at|no one's at|nobody at the|no staff on site|opened the firewall",
        "firewall wide|switched off two-factor|two-factor off|two-factor is off|mfa off|backup is broken|backup is gone",
        "backups are gone|fence is down|fence is open|last backup|no working backup|door is propped|propped open|isn't locked",
        "not locked|can't lock|cannot lock|doesn't lock|won't lock|guards until",
        "空っぽ|もぬけの殻|誰も残って|だれも残って|人がいません|無防備|鍵をかけ忘れ|施錠され|開けっ放し|戸締まりができ",
        "バックアップがありま|バックアップは取れ|バックアップは動|多要素認証を外",
        "管理者権限|初期パスワード|警備の人",
        "guards went home|guard went home|guards have left|only one guard|one guard|on battery",
        "running on generator|backups have not|backup has not|no backups|backups failed|stands open",
        "left open|nobody guarding|nobody is watching|firewall is down|firewall is off|antivirus is off",
        "without antivirus|mfa is off|default password|no one is watching|empty building",
        "無人|警備員|警備が|警備は|警備体制|警備を|警備会社|夜間警備|施錠|解錠|鍵が|監視カメラ|防犯カメラ",
        "誰もいない|誰もいません|だれもいません|空き家|入退館システムが|セキュリティゲートが|自動ドアが開",
        "非常用発電機の残|発電機の燃料|非常用電源の残|非常用電源は残|非常用電源はあと|発電機はあと|燃料の残",
        "燃料はあと|備蓄燃料|警報装置|巡回|門が開|バックアップが取れて|バックアップもやられ|未適用のパッチ",
        "パッチ未適用|ウイルス対策ソフトが",
        "unmanned|unguarded|is unattended|are unattended|unlocked|security guard|security guards|guards are",
        "nobody is in the building|no one is in the building|no one is inside|nobody is inside",
        "building is empty|site is empty|alarm system|alarms are off|generator fuel|fuel for the generator",
        "hours of fuel|emergency power will last|battery backup|backup power will|security patrol|unpatched",
        "back door is|office is empty|hours of backup power|badge readers|door locks|gates are open",
        "cctv is|cctv are|cctv was|cctv cameras are|no cctv",
        "guard leaves|guards leave|no guard|no guards|the guard is|no one on site|nobody on site|"
        "no one is on site|nobody is on site",
    ),
    "-security-posture": _phrases(
        "巡回診療|巡回バス|巡回相談|巡回図書|巡回健診",
        "初期パスワードを変|初期パスワードの変更|初期パスワードは変|初期パスワードのまま|防犯カメラの映像|監視カメラの映像",
        "防犯カメラ映像|カメラの映像を公開|無人航空機|無人駅|無人販売|無人契約機|無人偵察|無人店|戸締まりと施錠",
        "unmanned aircraft|unmanned aerial|leave unattended|left unattended|unattended candles",
        "unattended cooking|leave cooking unattended",
    ),
    "roster": _phrases(
        "当番表|シフト表|担当表|出勤表|連絡網|返事がない社員|返事のない社員|返事がまだ|まだ返事|安否がまだ|確認できていない社員",
        "on-call list|staying overnight:|still to check in|yet to check in|not answered|haven't answered|have answered",
        "have checked in|haven't replied|hasn't replied|who's in",
        "返信が未着|まだ返信のない|まだ返信がない|連絡が取れない方は|残っているのは|出社できるのは|けがをしたのは|待機者は|当番は",
        "missing replies|essential crew|yet to reply|no reply yet|not checked in|night shift:|duty roster",
        "still missing",
        "未返信者|未回答者|未登録者|未確認者|安否不明者一覧|安否未確認|返信率|回答率|登録率|名簿|一覧は次の",
        "対象者一覧|返信がない社員|連絡が取れない社員|連絡の取れていない社員|連絡が取れていない社員|返信済み",
        "reply rate|response rate|not replied|have not replied|no reply from|yet to reply|not yet replied",
        "list of employees|list of staff|staff list|employee list|roster|unaccounted for|have replied",
        "未返信:|未回答:|未登録:|安否未回答|安否未登録|未返信は|未返信の社員|未回答の社員",
    ),
    "-roster": _phrases(
        "名簿に記入|名簿に登録|名簿にお名前|乗船名簿|有権者名簿|選挙人名簿|名簿を装|名簿業者",
    ),
    "vendor": _phrases(
        "さくらのデータセンター|さくらのクラウド|納入元|発注先|外注|代理店のミス|協力会社の|警備会社の|他社の不具合|他社の障害",
        "okta's|our courier|our hosting|hosting company|our supplier's|our vendor's|our payment provider|payment provider's",
        "cloud host|third party's|our it company|our software vendor|our installer|our logistics",
        "保守を委託して|運用を委託して|開発を委託して|外部の業者|外部業者|下請け|請負業者|協力会社のミス|業者のミス|業者の不手際",
        "業者が間違",
        "our carrier|our provider|our host|our isp|our contractor|the contractor|our subcontractors",
        "our partner's|supplier's|vendor's|dhl|fedex|zoom|slack|microsoft|oracle|sap|yamato|sagawa",
        "委託先|再委託先|ベンダー|仕入先|仕入れ先|サプライヤー|外注先|下請|保守会社|他社製品",
        "他社サービスの障害|クラウド事業者|データセンター事業者|回線事業者の障害|納入業者",
        "our vendor|our vendors|our supplier|our suppliers|our subcontractor|our cloud provider",
        "our hosting provider|third-party vendor|third party vendor|third-party provider|third party provider",
        "our data centre provider|our data center provider|upstream provider",
        "aws|amazon web services|azure|google cloud|gcp|oracle cloud|ibm cloud|cloudflare|akamai|fastly|"
        "salesforce|servicenow",
        "microsoft 365|office 365|microsoft azure|entra id|active directory|okta|crowdstrike|sentinelone|"
        "trend micro|symantec",
        "fortinet|fortigate|palo alto networks|cisco|juniper|f5 big-ip|citrix|vmware|ivanti|pulse secure|"
        "sonicwall|solarwinds",
        "kaseya|moveit|veeam|sap s/4hana|accenture|equinix|トレンドマイクロ|ntt data|nttデータ|ntt東日本|"
        "ntt西日本|nec|富士通|日立製作所",
    ),
    "customer": _phrases(
        "大手のお客様|大手顧客|ある取引先|一番の取引先|取引額|受注先|発注元|契約先の|顧客である",
        "biggest account|our client's|clients such as|customers such as|customers like|their contract with us|a big customer",
        "biggest buyer|main buyer|on behalf of our client",
        "大口のお客様|大口のお客さま|主要なお客様|最大のお客様|最大手の|お得意様の|契約アカウント|に納めた装置|に納めた機|に納入した",
        "先行して復旧",
        "largest client|biggest client|main client|major client|top client|largest customer|key client",
        "flagship customer|one of our clients|client site|a client",
        "納入先|納品先|得意先|顧客名|主要顧客|主要取引先|大口顧客|大口取引先|様向け|社向け|様への納入",
        "様との契約",
        "our customer|our client|key customer|key account|major customer|largest customer|biggest customer",
    ),
    "-customer": _phrases(
        "our customer service|our customer support|our customer care|our client services|会社向け",
        "our customer centre|our customer center",
    ),
}

QUALITY: Mapping[str, tuple[str, ...]] = {
    "untimed-promise": _phrases(
        "追ってお知らせ|追って連絡|追ってご連絡|追って公表|追って発表|おってお知らせ|後ほどお知らせ",
        "のちほどお知らせ|後日お知らせ|後日発表|なるべく早く|できるだけ早く|できる限り早く|準備ができ次第",
        "判明次第|わかり次第|分かり次第|確認でき次第|決まり次第|決定次第|早急に|速やかにお知らせ|近日中",
        "しばらくお待ち|次報にて|続報にて|続報をお待ち",
        "as soon as possible|asap|as soon as we can|in due course|shortly|stay tuned|soon|at a later date",
        "more information to follow|more to follow|further updates will follow|when we know more|later today",
        "once we know more|until further notice|as and when",
    ),
    "-untimed-promise": _phrases(
        "soon after|as soon as you|as soon as it|shortly after|shortly before",
    ),
    "undated-word": _phrases(
        "本日|明日|昨日|今日|明後日|きょう|あした|今晩|今夜|今朝|明朝|先ほど|さきほど|先程|来週|今週",
        "today|tomorrow|yesterday|tonight|this morning|this afternoon|this evening|next week",
    ),
    "-undated-word": _phrases(
        "とうきょう|きょうと|きょうだい",
        "today's world",
    ),
    "tone": _phrases(
        "至急|大至急|緊急に|直ちに対応|努めてまいります|深くお詫び申し上げ|念のため|必ず必ず|絶対に",
        "urgent:|urgent!|urgently|immediately!!|we sincerely apologise for any inconvenience",
        "any inconvenience caused",
    ),
    "-tone": _phrases(
        "至急報",
    ),
    "action": _phrases(
        "ください|下さい|お願い|しないで|控えて|避けて|避難|ます|です|ません|ました|中止|延期|休業|閉鎖|再開",
        "開始",
        "please|do not|don't|call|reply|register|stay|use|open|closed|is|are|avoid|report|we|you|cancelled",
        "canceled|resume|resumes|suspended|work|check",
    ),
}

EXERCISE: Mapping[str, tuple[str, ...]] = {
    "exercise-label": _phrases(
        "模擬のお知らせ|模擬の通知|drill message|if you are not playing",
        "テスト配信|(想定)|【想定】|<想定>|状況付与|演習として|演習です|演習のため|演習用|エクササイズです|【くんれん】|(くんれん)",
        "【クンレン】|くんれんです|simulated incident|ex ex ex|exex|for the exercise|exercise play|inject 1:|inject 2:|inject 3:",
        "inject 4:|inject 5:|inject 6:|inject 7:|inject 8:|inject 9:|inject #|シナリオ1|シナリオ2|シナリオ3|シナリオ4|シナリオ5",
        "シナリオどおり|シナリオ通り",
        "てすとてすと|テストテスト|#訓練|訓練想定|訓練用の文|テスト送信|テスト投稿です|これはテスト|模擬訓練",
        "#drill|#exercise|please ignore this|ignore this message|test test|testing testing|test post",
        "【訓練】|[訓練]|(訓練)|<訓練>|〈訓練〉|《訓練》|訓練:|訓練 訓練|訓練訓練|訓練です|訓練用|訓練モード",
        "訓練中|これは訓練|訓練メッセージ|訓練メール|訓練通知|訓練のため|訓練のお知らせ|訓練終了|訓練開始",
        "【演習】|これは演習|【テスト】",
        "[exercise]|(exercise)|exercise exercise|exercise only|this is an exercise|exercise message|[drill]",
        "this is a drill|drill drill|this is only a drill|this is a test|for exercise purposes",
        "exercise, exercise|end of exercise|endex|startex|[test]|this is only a test|test message",
    ),
    "-exercise-label": _phrases(
        "これは訓練では|訓練ではあり",
        "this is not a drill|防災訓練です|避難訓練です|避難訓練のため|避難訓練のお知らせ|防災訓練のお知らせ",
        "避難訓練中|防災訓練のため|防災訓練中",
    ),
    "not-exercise": _phrases(
        "訓練ではあり|訓練ではござ|訓練ではない|演習ではあり",
        "not a drill|not an exercise|not a test|no drill|本番です",
    ),
    "drill-word": _phrases(
        "訓練",
    ),
    "-drill-word": _phrases(
        "防災訓練|避難訓練|職業訓練|訓練校|訓練生|訓練所|訓練機|消防訓練|合同訓練|訓練を実施|訓練を行",
        "訓練に参加|訓練ではあり|訓練ではない|訓練ではござ|総合訓練|訓練への参加|シェイクアウト訓練|救助訓練",
        "機能訓練|訓練の放送|訓練放送|訓練用の放送|訓練の実施|訓練実施|訓練参加|訓練の参加|訓練を実施|訓練を開催|訓練を予定",
        "訓練があり|訓練はあり|訓練は中止|訓練を中止|訓練は延期|訓練を延期|訓練の日",
        "速報の訓練|アラートの訓練|サイレンの訓練|避難の訓練|ドリル訓練|情報伝達訓練|伝達訓練|放水訓練|図上訓練|津波訓練|地震訓練",
        "帰宅訓練|対応訓練|通報訓練|引き渡し訓練|引渡し訓練|訓練への|訓練に伴|訓練と間違|訓練飛行|訓練海域|訓練の一環|訓練の様子",
        "訓練後|訓練前",
    ),
}

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {**LEAKS, **CLAIMS, **PARTS, **TELLING_WORDS, **QUALITY, **EXERCISE}
)
