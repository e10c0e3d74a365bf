"""The phrases that the guard brings itself, folded, by finding code or by the part they play for a detector.

A class `-CODE` holds innocent words around the phrases of CODE. Phrases are set apart by `|`. Add a phrase here and its case
to the tests; names that grow with the world (further suppliers and products) stand in `data/lexicons/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crisis.guard.word_parts import PARTS
from crisis.guard.word_parts import phrases_of as _phrases

LEAKS: Mapping[str, tuple[str, ...]] = {
    "classification": _phrases(
        "社内限り|社内のみ|社外持ち出し|社外持出|部外者厳禁|マル秘|まる秘|オフレコ|ここだけの話|内々に|社員限り|社員のみ閲覧|関係者のみ|外に出さないで|公開しないで|拡散禁止|拡散しないで",
        "スクショ禁止|取扱厳重注意|親展|厳秘",
        "staff only|internal distribution|internal memo|internal use|not for release|do not share",
        "do not post|do not publish|don't share|don't forward|do not circulate|for staff eyes",
        "off the record|embargoed|strictly private|need to know|restricted circulation|outside the company",
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
        "赤字|融資枠|運転資金|給料の支払|決算を|減配|増配|無配|債務超過|倒産|破産|民事再生|ビットコイン|仮想通貨|要求額|自己資本|格付け|上場廃止|インサイダー|粗利",
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
    "plan": _phrases(
        "配置転換|早期退職|工場の集約|統廃合|撤退します|撤退を|値上げの発表|値上げを検討|試作機|試作品|開発中の|次期モデル|新モデル|未公開|極秘プロジェクト|社名変更|本社移転|売却を",
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
        "の便|に入り|へ入り|夜に帰国|フライト|便で|に飛び|陣頭指揮",
        "flight|fled|flew|fly|in the air|lands|landing|checks in|boarding",
        "出張|訪問|来訪|来社|到着|移動|宿泊|搭乗|視察|現地入り|帰国|出国|滞在|合流|避難先|の予定|予定です",
        "向かって|向かいます|お見舞い|面会|帰京|入院",
        "flies|will fly|flying|arrive|arrives|arriving|will visit|visits|visiting|travelling|traveling",
        "will travel|travels|staying at|hotel|on site at|lands at|itinerary|is due in|on the way|will be at",
        "heading to|will meet",
        "出発|羽田から|成田から|departs|leaves for|leaving for|lands in",
    ),
    "legal": _phrases(
        "慰謝料|是正勧告を受け|行政指導を受け|改善命令を受け|書類送検|提訴|告訴|違反を指摘|責任は一切|責任は負い|責任を負い|当社に責任|過失は|過失が|隠して|放置して|点検をして|点検を怠",
        "点検していな|申し開き|不注意|治療費",
        "liable|take the blame|our lawyers|lawyers say|settle with|we skipped|we forgot|we should have",
        "because we ignored|because we did not|because we didn't|cut corners|our error|our blame",
        "we messed up|we screwed up|it's on us|guilty|negligent|negligence|we owe|compensate",
        "compensation for",
        "当社の責任|弊社の責任|当社に責任|会社の責任|当社の過失|弊社の過失|当社の落ち度|当社の不手際",
        "当社のミス|責任を認め|過失を認め|非を認め|賠償いたし|賠償し|賠償する|補償いたし|補償し|補償する",
        "法令違反|違法な|責任は当社|責任は弊社|管理不備|安全管理義務|訴訟|和解|示談|人為的ミス|操作ミス",
        "作業ミス|怠って",
        "our fault|our negligence|our responsibility|we are liable|we accept liability",
        "accept full responsibility|accept responsibility|take full responsibility|we were negligent",
        "admit liability|we will compensate|will be compensated|pay damages|pay compensation|lawsuit",
        "litigation|settlement with|legal liability|human error|we failed to|in breach of|violated the law",
        "we are to blame|is to blame|are to blame|責任はあり|責任はござ|当社に落ち度はあり",
        "not our fault|not responsible for|no liability",
        "弊社に非|当社に非|弊社の責|take full responsibility|our mistake",
    ),
    "-legal": _phrases(
        "our responsibility to protect",
    ),
    "rumour": _phrases(
        "聞いた話|噂では|うわさでは|聞くところによると|聞くところでは|と言われてますが|って言われて|根も葉もない|らしいので|との声が上がって|一部で言われ|真偽を調べ|真偽は不明|真偽不明|真偽を確認",
        "hearing that|we hear that|word is|word on the street|no truth in|going round|going around",
        "someone wrote|someone said|posts that say|posts saying|people are saying|people say|story that",
        "claims that we|some are saying|heard that",
        "との噂|という噂|の噂|噂があり|うわさがあり|といううわさ|とのうわさ|といった噂|噂になって|噂が流れ",
        "との投稿があり|という投稿があり|との書き込み|という書き込み|と言われていますが|といわれていますが",
        "一部報道|との情報が出回|という情報が出回|が拡散されて|というデマ|とのデマ|はデマです|はデマで",
        "事実無根",
        "rumoured|rumored|rumours that|rumors that|rumour that|rumor that|the rumour about|the rumor about",
        "contrary to rumours|contrary to rumors|rumours are|rumors are|posts claiming|posts claim",
        "it is said that|claims on social media|reports on social media that|some media report",
        "unconfirmed reports that|the rumours of|the rumors of|rumours of|rumors of",
        "が出回って|there are rumours|there are rumors",
    ),
    "-rumour": _phrases(
        "beware of rumors|do not spread rumors|avoid rumors",
    ),
    "speculation": _phrases(
        "が疑われ|疑われます|せいかも|せいだと思|のせいでしょう|のせいみたい|が原因っぽい|っぽいです|原因は不明ですが",
        "pretty sure|our bet|my bet|best guess|our guess|may well|might well|we reckon|we figure",
        "looks like a|looks like someone|looks like the|sounds like|must be a|must be the|we fear",
        "our theory|we assume|seemingly|perhaps caused|could be down to|probably down to|chances are",
        "とみられ|と見られ|と思われ|と思います|と推測|と推定|と考えられ|ではないかと|かもしれません",
        "かもしれない|おそらく|恐らく|たぶん|多分|の疑いがあり|の可能性が高|が原因の可能性|原因の可能性",
        "らしいです|模様です|憶測",
        "probably|presumably|we believe|we think|we suspect|apparently|it appears|appears to be",
        "appears to have|may have been caused|might have been|could have been caused|likely caused",
        "likely due to|most likely|suspected to be|is thought to|are thought to|possibly caused",
        "must have been|is believed to|are believed to|seems to be|seems to have|likely cause",
        "suspected cause",
        "it might be|might be a|may be a cyber|could be a cyber|may have been hacked|may be due to",
        "might be due to",
    ),
    "security-posture": _phrases(
        "空っぽ|もぬけの殻|誰も残って|だれも残って|人がいません|無防備|鍵をかけ忘れ|施錠され|開けっ放し|戸締まりができ|バックアップがありま|バックアップは取れ|バックアップは動|多要素認証を外",
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
        "無人航空機|無人駅|無人販売|無人契約機|無人偵察|無人店|戸締まりと施錠",
        "unmanned aircraft|unmanned aerial|leave unattended|left unattended|unattended candles",
        "unattended cooking|leave cooking unattended",
    ),
    "roster": _phrases(
        "返信が未着|まだ返信のない|まだ返信がない|連絡が取れない方は|残っているのは|出社できるのは|けがをしたのは|待機者は|当番は",
        "missing replies|essential crew|yet to reply|no reply yet|not checked in|night shift:|duty roster",
        "still missing",
        "未返信者|未回答者|未登録者|未確認者|安否不明者一覧|安否未確認|返信率|回答率|登録率|名簿|一覧は次の",
        "対象者一覧|返信がない社員|連絡が取れない社員|連絡の取れていない社員|連絡が取れていない社員|返信済み",
        "reply rate|response rate|not replied|have not replied|no reply from|yet to reply|not yet replied",
        "list of employees|list of staff|staff list|employee list|roster|unaccounted for|have replied",
        "未返信:|未回答:|未登録:|安否未回答|安否未登録|未返信は|未返信の社員|未回答の社員",
    ),
    "vendor": _phrases(
        "保守を委託して|運用を委託して|開発を委託して|外部の業者|外部業者|下請け|請負業者|協力会社のミス|業者のミス|業者の不手際|業者が間違",
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
        "大口のお客様|大口のお客さま|主要なお客様|最大のお客様|最大手の|お得意様の|契約アカウント|に納めた装置|に納めた機|に納入した|先行して復旧",
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
    "rather-legal": _phrases(
        "1件も消えて|1件も漏れ|絶対に大丈夫|絶対に安全|100%安全|100%ありません|何も盗まれて|何も漏れて|消えていません|消失はあり",
        "nobody got in|no one got in|nothing was stolen|nothing was taken|nothing leaked|100% safe",
        "completely safe|totally safe|absolutely safe|nothing was lost|not a single record",
        "流出はあり|流出はござ|流出は確認|流出していません|流出しておりません|流出した事実はあり|漏えいはあり",
        "漏洩はあり|漏えいは確認|漏洩は確認|漏えいしていません|漏洩していません|漏れていません|情報は安全",
        "データは安全|データの消失はあり|影響は一切|問題は一切|被害は一切|不正アクセスはあり",
        "不正アクセスの事実はあり|攻撃ではあり|サイバー攻撃ではあり|悪用はあり",
        "no data was|no data were|no data has been|no data have been|data was not|data were not",
        "no customer data|no personal data|no personal information|no information was|no information has",
        "no information leaked|not a cyber|not been compromised|was not compromised|were not compromised",
        "data is safe|data are safe|no data leak|not hacked|not been hacked",
        "no data breach|not a hack|no unauthorised access|no unauthorized access",
        "data remains secure|data remain secure|fully secure",
        "no evidence of a breach|no evidence of data|no evidence of unauthori|no evidence that data",
        "no evidence of compromise|no sensitive data|no evidence of any breach|no evidence of misuse",
        "no evidence of unauthorised access|no evidence of unauthorized access",
    ),
    "-rather-legal": _phrases(
        "no information was provided|no information has been received",
    ),
    "denial": _phrases(
        "全員無事|全員の無事|全員の安全が確認|全員の安否を確認|全員の安否が確認|けが人はい|けが人はあり",
        "けが人なし|けが人はなく|怪我人はい|怪我人はあり|怪我人なし|負傷者はい|負傷者はあり|負傷者なし",
        "人的被害はあり|人的被害なし|人的被害はなく|死傷者はい|死傷者なし|犠牲者はい|被害はありません",
        "被害なし|安全です",
        "everyone is safe|all staff are safe|all employees are safe|all are safe|nobody was hurt",
        "no one was hurt|no one was injured|nobody was injured|no injuries|no casualties|all safe",
        "everybody is safe|no one is hurt|all accounted for|is perfectly safe|no damage",
        "けがをした人はい|けがをした方はい|被害に遭った社員はい",
    ),
    "-denial": _phrases(
        "安全ですか",
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
        "機能訓練",
    ),
}

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType({**LEAKS, **PARTS, **QUALITY, **EXERCISE})
