"""Customers, suppliers, money and plans: words by the part that they play in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.guard.telling_words.forms import verbs
from crisis.guard.word_parts import phrases_of as _phrases

BUSINESS: Mapping[str, tuple[str, ...]] = {
    "third-party": _phrases(
        "クラウド会社|運用会社|システム会社|配達業者|通信会社|決済代行|回線業者|電力会社の工事|運送屋|問屋|施工業者|リース会社",
        "警備会社|ビル管理会社|納入業者|下請|チップメーカー|メーカー側|業者|請負|開発会社|運営会社|管理会社|施工会社|清掃会社",
        "配送会社|運送会社|派遣会社|物流会社|制作会社|工事会社|保守会社|設計会社|協力企業|協力会社|協力工場|代理店|他社の",
        "提携先|卸先|部品メーカー|機器メーカー|装置メーカー|調達先|元請|加工先|倉庫会社|印刷会社|決済会社|電話会社の|回線会社",
        "ホスティング",
        "telecoms supplier|telecom supplier|our supplier|our suppliers|our telecoms|our carrier|cloud provider|cloud provider's",
        "lift firm|lift company|phone company|chip maker|chipmaker|landlord|installer|builder|wholesaler|distributor|caterer",
        "plumber|electrician|contractor|contractors|subcontractor|cleaning company|cleaning company's|cleaning firm",
        "delivery firm|courier firm|haulier|supplier|vendor|outsourcer|parts maker|maintenance firm|maintenance company",
        "security firm|security company|software house|software company|developer|integrator|data centre operator",
        "data center operator|hosting firm|agency",
    ),
    "-third-party": _phrases(
        "業者登録|事業者|業者の方|宅配業者を名乗|業者を名乗|業者を装|悪質業者|悪質な業者|旅行代理店|葬儀業者|回収業者",
        "代理店で購入|取扱業者|配送業者を名乗|業者に注意|不動産業者|業者選び",
    ),
    "lets-down": _phrases(
        "火災があり|被災|浸水し|水につか|倒れ|発端|足りず|長引|手が出せ|不良品|間違|ずれ込|止めて|混ぜ|壊|できな|使えな|ミス",
        "誤っ|誤り|誤操作|こぼし|切断|壊し|壊れ|回答が|返事が|連絡が来|足りない|遅れ|遅延|止ま|停止|故障|不手際|手違い|漏らし",
        "忘れ|怠|落ちて|納品|倒産|操業|不足|のせい|原因|火元|ぶつけ|破損|未着|待ち|待って|対応が遅|来られ|来ない|手配でき|切り",
        "flooded|delayed|burned down|wrong part|wrong|again|sent the|no show|did not turn up|nothing for us|let us down",
        "on strike|late|fault|mistake|error|to blame|without telling|not answered|no answer|went bust|has not|hasn't|have not",
    )
    + verbs(
        "cut/cut|break/broke/broken|fail|stop*|spill|drop*|damage|delay|forget/forgot/forgotten|cause|crash|leave/left"
    )
    + verbs("pull|unplug*|delete|misconfigure|lose/lost|burst/burst|hit/hit|blame|knock"),
    "runs-it": _phrases(
        "を供給する|供給元|を仕入れ|を作る|を製造する|の製造元|を請負|を受託|を運営する|を請け負|を担う|をお願いして|に頼んで",
        "を任せ|を担当する会社|から仕入れ|から買って|を納める|を納入する|を提供する|を預けて|に預け|を委ね|に外注|に発注",
        "を手配した",
        "who cut|who delivers|which cut|which delivers|who runs our|which runs our|that runs our|runs our|which hosts|who hosts",
        "hosts our|makes our|which makes|supplies us|supplies our|delivers our|who built|which built|that built our",
        "maintains our|who maintain",
    ),
    "maker": _phrases(
        "仕入先|調達|部品|製品|材料|原料|代わりの|チップ|素材|製造元|メーカー",
        "the parts|one plant|supplier|maker|factory in|plant in|chip|chips|part|parts",
    ),
    "borrowed": _phrases(
        "一社しか|1社しか|一か所でしか|ほかでは作|頼み込|お借りし|借りました|借りて|苦情が入|クレームが入|独占|しか作って",
        "買えません|複雑な関係|口利き",
        "one plant|single plant|sole source|only one|come from one|comes from one|depend on|rely on|sole supplier|only supplier",
        "one supplier|single supplier",
    ),
    "company-name": _phrases(
        "病院様|病院さま|市さま|県さま|向けは|商事|物流|製作所|工業|電機|電工|化学|重工|製薬|食品|運輸|運送|倉庫|建設|工務店",
        "システムズ|ソリューションズ|ロジスティクス|テクノロジーズ|ホールディングス|銀行|信用金庫|証券|生命|損保|自動車|鉄鋼",
        "精機|金属|印刷|百貨店|マート|ストア|省様|省さま|庁様|庁さま|大学様|市様|県様|社様|社さま|様と|さまと",
    ),
    "our-business": _phrases(
        "受注|発注|注文データ|受注データ|納入|納品先|出荷先|契約|取引|顧客企業|お取引先|個別に説明|優先して|優先し|代替品|案件",
        "ご利用の|導入済み|向けの出荷|向けに|データが|アカウント",
    ),
    "customer-firms": _phrases(
        "顧客企業|取引先企業|契約企業|社の顧客|社の取引先|社のお客|社のお取引先|導入企業",
        "which uses our|that uses our|which use our|running on our|client companies|corporate clients|corporate customers",
        "business customers such",
    ),
    "is-affected": _phrases(
        "対象|影響|止ま|遅れ|情報|データ|説明|連絡済|謝罪|復旧|使えな|停止",
        "affected|told|hit|informed|down|data|separately|stopped|delayed|first|restored",
    ),
    "firms-counted": _phrases(
        "2社|3社|4社|5社|6社|7社|8社|9社|10社|11社|12社|15社|20社|30社|数社|三社|二社|四社|五社",
        "two firms|three firms|two companies|three companies|three banks|two banks|four customers|two customers|three customers",
        "dozen customers",
    ),
    "firm-dealings": _phrases(
        "納め|納入|供給|出荷|取引|契約|顧客|得意先|受注|お客様企業|自動車会社|影響が出",
        "our platform|deliver|supply|customers|contracts|orders|affected",
    ),
    "institution": _phrases(
        "自治体|市町村|団体のうち|省庁|県警|警察署|病院|大学|市役所|県庁|銀行|空港|自衛隊|消防本部|官庁|学校法人|鉄道会社",
        "電力会社|テレビ局|自動車メーカー|大手",
        "several hospitals|clinics|schools that|councils|airlines|airline customers|hospital|hospitals|bank|banks|university",
        "ministry|police force|the army|airline|retailer|carmaker|car maker|government department",
    ),
    "on-ours": _phrases(
        "導入いただ|ご導入|ご利用いただいている自治体|を使っている|使っていただいて|うちの製品|当社の製品|弊社の製品",
        "うちのシステム|当社のサーバ|当社のサーバー|弊社のサーバー|当社のシステム|弊社のシステム|当社のクラウド|に納めた",
        "に納入した|に載って|サーバーに載せて|預かって|お預かりして",
        "uses our|use our|using our|on our service|our app to|our platform|our cloud|our product|our products|our system",
        "our systems|our software|our servers|with us|our machines",
    ),
    "big-name": _phrases(
        "トヨタ|日産|ホンダ|マツダ|スズキ|スバル|三菱自動車|ダイハツ|いすゞ|デンソー|アイシン|ソニー|パナソニック|シャープ",
        "キヤノン|ニコン|東芝|日立|三菱重工|川崎重工|富士通|ntt東日本|ソフトバンク|楽天|アマゾン|グーグル|アップル",
        "マイクロソフト|イオン|セブンイレブン|ローソン|ファミリーマート|ユニクロ|ニトリ|資生堂|花王|味の素|明治|森永|キリン",
        "アサヒ|サントリー|日本製鉄|住友化学|武田薬品|三井物産|三菱商事|伊藤忠|丸紅|三菱ufj|三井住友|みずほ|りそな|野村",
        "東京海上|日本生命|jr東日本|jr西日本|jr東海|東京電力|関西電力|東京ガス|ヤマト|ヤマト運輸|佐川|佐川急便|日本郵便",
        "日本通運|赤帽|サムスン|テスラ",
        "toyota|denso|nissan|honda|mazda|subaru|sony|panasonic|canon|hitachi|toshiba|fujitsu|softbank|rakuten|samsung|tesla",
        "boeing|airbus|bosch|siemens|volkswagen|bmw|ford|general motors|walmart|tesco|ikea|nestle|unilever|pfizer|novartis|hsbc",
        "barclays|citibank|vodafone|verizon|t-mobile|nec|ntt|kddi|jfe|jal|ana",
    ),
    "dealings-with": _phrases(
        "向け|さまへ|様へ|への出荷|への納|への供給|との契約|との取引|からの受注|からの注文|に納|を優先|のデータ|の注文|の車両",
        "のサーバー|の作業|のミス|に委託|に任せ",
        "deliveries to|shipments to|parts for|orders from|orders for|contract with|contracts with|supply to|supplied to|data of",
        "files of|on behalf of|'s servers|'s fault|with the delivery",
    ),
    "money-matter": _phrases(
        "復旧費|費用は|保険で|地震保険|火災保険|現預金|資金面|引当金|社債|償還|自己資金|入金|現金|給料日|借り入れ|借入れ|受注残",
        "注文残|上期|下期|通期|第1四半期|第2四半期|第3四半期|粗利|補助金が|利払い|返済|資金が|仕入れ代金|家賃が払|決算|賞与",
        "ボーナス|給与|給料|送金|支払|借入|借金|融資|違約金|保険会社|保険金|株主|資金|予算|手当|業績|減収|赤字|債務|在庫|売上",
        "収支|コスト|経費|損失|損害|受注|営業利益|仕入れ代|未払い|つなぎ|取り分|役員報酬|投資",
        "results|reserves|second quarter|second-quarter|first-quarter|fourth-quarter|our quarter|insurance|the damage|profit",
        "the bank|payroll|the insurer|cash flow|repairs|our rent|revenues|sales|turnover|insurers|insurer|loan|overdraft",
        "salaries|wages|bonuses|bonus|budget|lenders|cash|our bank|bondholders|creditors|debt|debts|unpaid|invoices|stock price",
        "profits|orders|investors",
    ),
    "money-moves": _phrases(
        "まかな|賄え|賄い|賄う|入っていな|入っておらず|自己資金に|自腹|か月分|積みます|計上|マイナスに|手当てし|下回|もちません",
        "もたない|下りな|おりな|ずらし|ずらす|転落|三分の一|3分の1|四分の一|足りません|焦げ付|話して|増やして|吹き飛|膨ら",
        "超えそう|消え|減額|滞って|滞り|遅配|延期する方向|見送|半分|半額|交渉|調整中|方向で|まで出|までしか|ショート|底をつ",
        "尽き|苦し|厳し|割減|割ほど|％減|%減|見通し|見込んで|試算|組みまし|足りな|打ち切|引き揚げ|引き上げを|積み増|返せ|凍結",
        "縮小|取り崩|申し込|借り|カット",
        "will hurt|hurt our|hit our|dent|weigh on|will last|uninsured|not insured|estimate|set aside|down a third|down by half",
        "is gone|are gone|wiped out|make payroll|six figures|seven figures|refusing to pay|refuses to pay|borrow again",
        "borrow more|to borrow|not pay|behind on|into the red|late this month|be down|will be down|down by|up by|covers only",
        "will cover|cover only|covers half|be cut|is cut|are cut|run out|running out|will shrink|be late|frozen|on hold|falling",
        "short of|expected to|forecast|drop by|per cent|percent|half of|will not cover|won't cover|doesn't cover|does not cover",
        "talks with|negotiating|in talks|dry up|cannot pay|can't pay",
    ),
    "money-talk": _phrases(
        "値上げせざる|価格を上げ|価格に転嫁|現預金|引当金|自己資金|ドル相当|暗号資産を|資金ショート|手元資金|手元の現金",
        "給料日を|給料が払|給与が払|家賃が払|入金が遅れ|店をたた|会社をたた|首が回|火の車|自転車操業|借金|夜逃げ",
        "raise prices|raise our prices|put up prices|in crypto|in bitcoin|have to borrow|make payroll|cannot pay our",
        "can't pay our|out of cash|out of money|go under|going under|behind on rent|behind on wages|selling assets",
    ),
    "attacker": _phrases(
        "攻撃者|犯人|犯行グループ|ハッカー|脅迫",
        "hackers|attackers|the gang|extortion|extortionists|criminals|blackmail",
    ),
    "demand": _phrases(
        "払え|要求|ドル|万円|億円|期限|交渉|連絡を取|取引に応|支払|払って",
        "asked for|ask for|want|wants|demand|demanding|deadline|negotiat|pay|paid|paying|talking to",
    ),
    "business-part": _phrases(
        "この店|当店は|うちの店|社員寮|自社の工員|工員|組み立て|開発中|電気自動車|新サービス|上場|製品名|競合|ライバル|同業",
        "新しい工場|寮|支援事業|事業そのもの|店舗|工場|生産ライン|製造ライン|ライン|この事業|事業から|拠点|支店|支社|営業所",
        "子会社|関連会社|新製品|新商品|新型|新モデル|新店|新工場|人員|人手|従業員数|社員数|基幹システム|システムは|クラウドへ",
        "クラウドに|データセンター|部門|ブランド|本社|研究所|物流網|倉庫|提携|生産|増産|共同開発|取引銀行|契約社員|正社員",
        "assembly staff|the brand|our brand|this branch|this shop|this store|our shop|electric version|new version|a buyer",
        "new robots|ipo|listing|rival|competitor|the team in|the crew in|flagship|plant|plants|factory|production line",
        "second line|assembly line|subsidiary|division|new model|new product|new line|launch|this business|our business|branch",
        "branches|headquarters|head office|workforce|jobs|staff cuts|production|brand|data centre|data center|store|stores",
        "warehouse|partnership|joint venture|product line|site",
    ),
    "business-change": _phrases(
        "再開せず|更地|売りに出|買い手|見合わせ|外部に任せ|半分に|決まりました|遅れます|一緒になる|なくなる|取りやめ|始める",
        "始めます|出すはず|変わるかも|引っ越|たたむ|閉める|閉めます|やめる|やめます|譲る|譲渡|移します|閉店|閉鎖|廃止|移転|移す",
        "集約|統合|撤退|売却|売る|買収|買い取|合併|乗り換え|乗り換|立ち上げ|減らす|減らし|削減|ずらす|先送り|延期|前倒し|打ち切",
        "縮小|切り替え|新設|増設|交代|刷新|値上げ|投入|振り向け|解雇|雇い止め|畳む|畳み|手放|分社|再編|海外に移|発売|着工",
        "be let go|let go|sign with|sign a deal|shut this|won't make it|will change|may change|close this|pull out|pulling out",
        "take over|cancelled|move away|hand over|delayed|dropped|shut for good|be shut|closed for good|moved to|move to",
        "not reopen|never reopen|close down|sold|be sold|sell|merge|merger|acquire|buy|relocate|outsourced|slip|slips|slipped",
        "postponed|brought forward|start up|wind down|leave this business|leave the business|exit|exiting|scrap|scrapped",
        "replaced|layoffs|laid off|cut jobs|job losses|split off|spun off|rename",
    ),
    "business-intent": _phrases(
        "話になって|話が進ん|話が出て|話がまとま|発表は|公表は|予定していた|出すはず|つもりで|しかありません|秋に|冬に|夏に",
        "春に|見通しです|かもしれません|近いうち|そのうち|やむを得|来春|来夏|来秋|来冬|来年|来期|来年度|年内|年明け|来月中",
        "再来年|年度内|数年|交渉|協議|最終調整|公表前|発表前|未公表|未発表|内々|水面下|極秘|案が出|案を|検討中|検討に入",
        "見込みで契約|方針です|方針を固め|方向で|つもり|準備をして|準備に入|準備を進|社内で検討|決める予定|計画です|計画が",
        "計画を",
        "between us|head office wants|about to|after christmas|this autumn|this spring|this summer|this winter|for autumn",
        "for spring|planned|once the|may|will|wants to|soon|by summer|by spring|next spring|next summer|next autumn|next fall",
        "next year|next quarter|end of the year|year end|by year-end|not yet announced|yet to be announced|not announced",
        "in talks|talks|secretly|quietly|confidentially|preparing to|being discussed|we plan|planning to|considering",
        "under discussion|draft plan|to january|to february|to march|to april|to next|before we announce",
    ),
    "-business-intent": _phrases(
        "講演案を|提案を",
    ),
    "inner-part": _phrases(
        "子会社|関連会社|工場|ライン|部門|事業部|雇用契約|派遣契約|従業員|人員|工員|生産|仮本社|研究所|営業所|支店網|品川のビル",
        "出張所|物流子会社",
        "workforce|headcount|product announcement|announcement of our|subsidiary|the plant|line 2|second line|production",
        "contracts|temporary workers|offices|launch|workshop|night shift|agency staff",
    ),
    "inner-change": _phrases(
        "削減|前倒し|見送|統合|切り離|移す|移し|移転|閉鎖|廃止|売却|更新しな|打ち切り|契約しました|夜間も動か|夜間に動か|増産",
        "減産|再建せず|建て直さ|集約|縮小|三交代|二交代",
        "cut a|cut by|bringing forward|brought forward|dropping|dropped|merge|merged|pushed back|not be renewed|renewed",
        "moves to|move to|run at night|run around the clock|shut|rebuilt|be cut|spin out|put back|brought in house",
    ),
    "will-be": _phrases(
        "予定|計画|方針|方向|年度末|月末で|来週から|来月から|来年|ました",
        "plans to|plan for|next month's|next month|to january|to february|to march|to april|to may|to june|to july|to august",
        "to september|to october|to november|to december|we plan|plan to|will|from next week|from next month|by march|by april",
        "by june|by september|next year|in april|pushed back",
    ),
    "deep-change": _phrases(
        "売却|身売り|買い手|更地|たたむ|畳む|撤退|削減|半分に|整理|解雇|雇い止め|合併|買収|外部に任せ|譲渡|廃業|閉める話",
        "一緒になる|傘下に|傘下入り|再編|リストラ|クビ|辞めてもら|辞めさせ",
        "let go|laid off|sacked|made redundant|sold off|a buyer|takeover|merge|shut this|closing down for good|wind up|bankrupt",
    ),
    "secret-yet": _phrases(
        "発表は来|発表は10月|発表は11月|発表は12月|発表は1月|発表は2月|発表は3月|発表は4月|発表は5月|発表は6月|発表は7月",
        "発表は8月|発表は9月|まだ公表|まだ発表|まだ内緒|内緒です|内密|秘密です|言わないで|まだ言えませ|発表まで|公表まで|水面下",
        "社外には|社外に言",
        "not public yet|not yet public|not announced yet|before it is announced|keep it quiet|keep this quiet|keep quiet",
        "don't tell|do not tell|secret for now|still secret|hush-hush|under wraps",
    ),
    "stock-left": _phrases(
        "在庫|ストック|備蓄品|部材|原料|部品",
        "stock|inventory|raw material|raw materials|spare parts|components|supplies",
    ),
    "days-left": _phrases(
        "日分|週間分|時間分|か月分|カ月分|月分|残りわずか|底をつ|尽き",
        "days left|days of|weeks of|run out|runs out|will last|hours left",
    ),
}
