"""What a text must hold for a branch of a pattern to match it. Written by scripts/make_trigger_table.py; do not edit."""

from __future__ import annotations

CONDITIONS = (
    (
        "aaaa|aida|aiza|akia|aroa|asia|basi|bear|dop_|eyj|g"
        "ho_|ghp_|ghr_|ghs_|ghu_|gith|glpa|hf_|hook|npm_|py"
        "pi|rk_l|rk_t|sg.|shpa|sk-|sk_l|sk_t|xoxa|xoxb|xoxe"
        "|xoxp|xoxr|xoxs|ya29"
    ),
    "----",
    "erti|key",
    (
        "api |api-|api_|apik|assc|assp|assw|cred|ess-|ess_|"
        "essk|logi|pw|secr|ss k|sswd|toke|アクセス|トークン|パスコー|パス"
        "ワー|合言葉|秘密鍵|認証キー|認証コー"
    ),
    "->|/|:|=|is|was|→|「|『|が|は|を",
    "assc|assp|assw|パスコー|パスワー|合言葉",
    (
        "code|eeti|erif|host|ne t|one-|pin|イヤル錠|キーコー|セキュリ|ド"
        "アコー|ミーティ|会議id|入室コー|入館コー|入館番号|暗証|番号錠|解錠コー|解錠番号|認証番号"
        "|開錠番号"
    ),
    "admi|cred|id|log |logi|user|アカウン|ログイン",
    ",|/|:",
    " are| is|->|:|=|with|→|は",
    "http|ttps",
    ":",
    ("://a|://b|://c|://d|://g|://i|://j|://k|://m|://o|://r|://s|://v|://w|ttps"),
    ".",
    "/adm|/bac|/cms|/con|/man|/owa|/php|/wp-",
    "pass|pw|パス",
    "id|logi|user|グインi|ユーザi|ユーザー|ユーザ名",
    ":|=|is|は",
    "で入|で解錠|で開",
    "ドア|扉|玄関|金庫|鍵|門|電子錠",
    "ass |key |pw i|rd i",
    "gues|ssid|wi-f|wifi",
    "log |logi",
    " wit",
    ("wi-f|ゲート|コード|シャッタ|ダイヤル|ドア|パス|ボックス|ロッカー|扉|暗証|玄関|番号|裏口|通用口|金庫|錠|鍵"),
    (
        "いち|きゅう|く|ご|さん|し|なな|に|はち|まる|よん|れい|イチ|キュウ|ク|ゴ|サン|シ|ゼ"
        "ロ|ナナ|ニ|ハチ|マル|ヨン|レイ"
    ),
    "→",
    "で開|押|順",
    "キー|ボタン|数字|番号",
    " |,|-|、|と|・",
    ("alar|assw|ck b|code|comb|dial|door|gate|key |keyb|keyp|lock|ockb|ocke|pin|safe|wi-f|wifi"),
    ("doub|eigh|five|four|nine|oh|one|seve|six|thre|two|zero"),
    " ",
    "dial|ente|key |pres|punc|type",
    "door|gate|keyp|lock",
    " |,|-",
    "イヤル錠|オートロ|キーボッ|テンキー|暗証錠|番号錠|電子錠",
    (
        "のれん|コスト|ボーナス|上場|予算|仕入れ|代金|保険|借り入れ|借入|債務|出荷額|利払|利益|"
        "受注|在庫|増資|売り上げ|売上|家賃|手当|損失|損害|支払|株主|株価|格付|業績|決算|注文|"
        "減損|特損|現金|目標|経費|給与|給料|融資|見積|計画値|費用|賃金|資金|賞与|赤字|返済|配"
        "当|銀行|預金|黒字"
    ),
    (
        "おりる|かさ|カット|ショート|上回|上方|下が|下りない|下ります|下りる|下回|下振れ|下方|倍"
        "|先延ばし|凍結|出ない|分の1|分の2|分の3|分の一|分の三|分の二|削|割くらい|割しか|割だ"
        "け|割にとど|割ほど|割まで|割り込|割増|割弱|割強|割減|割程度|割落|半分|半減|厳し|取り崩"
        "|吹き飛|回らな|尽き|届かな|届きませ|底|引き上げ|引き揚げ|待って|悪化|打ち切|払いきれ|払"
        "え|折れな|持ち出し|未達|止めて|止められ|沈|減らし|減りま|減る|焦げ付|目減り|立て直|組み"
        "直|綱渡り|膨ら|自腹|苦し|落ち込|見直|見送|赤|超え|足が出|足りな|足りませ|通らな|通れば"
        "|遅らせ|遅れま|頭を下げ|飛びま|飛ぶ"
    ),
    "万|億",
    (
        "交換で|交換に|修理で|修理に|修繕で|修繕に|入れ替え|対応で|対応に|工事で|工事に|建て替え|"
        "復旧で|復旧に|撤去で|撤去に|片付けで|片付けに|補修で|補修に"
    ),
    "かか|かけ|を投じ|使|必要|払|見込",
    "amed|aske|aski|dema|set|want",
    " gan|ackm|atta|crim|e ga|exto|hack|they",
    "earn|inco|marg|orde|prof|reve|sale|urno",
    "be d|come|dip|drop|fall|miss|shri|slip|suff",
    "insu|ur i",
    ("ask|disp|eeds|efus|l no|need|offe|say|stal|want|won'"),
    "payr",
    "cost|coul|l co|shou|to c|woul|y co",
    "in h|left|on h|rema|to g",
    (" day| hou| wee|'s w|ay w|ay' |ays'|day'|days|mont|our'|r wo|urs'|wort"),
    ("arts|cash|chip|comp|cove|f ca|f ch|f co|f sp|f su|feed|ingr|nven|of f|of i|of p|of r|raw |reag|spar|stoc|supp"),
    " lef",
    " wee|'s o|'s w|ay w|ay' |ays'|days|mont|wort|y of",
    "we |we'r|we'v",
    ("bers|budg|divi|numb|orec|outl|oven|payr|plan|quar|stim|targ|uida"),
    (" its|beat|blow|ch i|ch t|cut |et o|et t|evis|h ou|hit |ithd|lowe|make|meet|miss|pull|r it|r ou|reac"),
    ("aile|ay n|can'|cann|coul|goin|l no|l to|like|may |migh|set |t to|unli|will|won'"),
    ("blee|burn|cost|eat |eati|eats|knoc|losi|lost|ose |set |shav|wipe|wipi"),
    (" del|dama|e fi|e fl|he o|inci|it|losu|that|this|topp|we"),
    " |coul|roba",
    "cove|insu|licy|r co|r po",
    (" cov| doe| exc| may| onl| pay| wil| won| wou|pays|stop|tops"),
    (" a t| abo| aro| at| cov| flo| for| jus| not| pay|firs|half|nly |oods|wate"),
    "acke|areh|bond|cred|e ba|inve|lend|ur b",
    (" agr| are| ask| cal| gav| giv| has| hav| is| may| pul| wan| wil| won|'s|alle|aske|efus"),
    " ren|bonu|invo|lier|pay |payr|sala|vert|wage",
    ("a we|cut|froz|halv|late|laye|on h|paid|shor|smal|unpa"),
    " had| wer|we '",
    "due |goin|hopi|look|mean|plan|prep|set ",
    ("anyw|bran|busi|divi|fact|jobs|line|offi|plan|prod|rand|serv|shop|site|team|tore|unit"),
    "all-|elec|new |next|upco",
    (" bro| del| pus| put| sli| til|e ti|ostp|ove |oved|oves|s ti|ve i|ve u"),
    (
        " sec|20|apri|augu|autu|dece|ew y|fall|febr|four|ja"
        "nu|july|june|marc|may|next|nove|octo|q|sept|spri|s"
        "umm|thir|wint"
    ),
    "ad c|eadc",
    (
        "上場|人事|値上げ|値下げ|再編|合併|増産|売却|提携|撤退|改名|新サービ|新商品|新型|新店|"
        "新機種|新製品|減産|社名変更|移転|統合|買収|閉店"
    ),
    "お披露目|公表|発表|解禁",
    "ずら|まで|先送り|前倒し|取りやめ|延期|控え|来春|来月|来週|見送|遅れ",
    (
        "会長をお|会長をご|会長を接|会長を案|会長を迎|大使をお|大使をご|大使を接|大使を案|大使を迎|"
        "大臣をお|大臣をご|大臣を接|大臣を案|大臣を迎|引先の社|本社の役|本社役員|皇族をお|皇族をご|"
        "皇族を接|皇族を案|皇族を迎|知事をお|知事をご|知事を接|知事を案|知事を迎|社長をお|社長をご|"
        "社長を接|社長を案|社長を迎|総理をお|総理をご|総理を接|総理を案|総理を迎|親会社を|首相をお|"
        "首相をご|首相を接|首相を案|首相を迎"
    ),
    ("オーナー|代表は|会長は|園長は|学長は|専務は|工場長は|常務は|役員は|所長は|支店長は|校長は|社長は|院長は"),
    "で、取材|です、|にいま|におり|のため|不在|留守",
    "から|ずっと|まで|一日|午前|午後|夕方|夜|終日",
    "areh|boar|ecto|head|hq |hq's|ice'|ors'",
    ("agre|appr|clea|eets|give|igns|meet|nod|rubb|say|sign|wave"),
    "afte|if |once|subj|unle|unti|when",
    (
        "オーナー|取締役会|常務会が|常務会で|常務会に|常務会の|常務会へ|幹部会が|幹部会で|幹部会に|"
        "幹部会の|幹部会へ|役員会が|役員会で|役員会に|役員会の|役員会へ|本社が|本社で|本社に|本社の"
        "|本社へ|株主総会|理事会が|理事会で|理事会に|理事会の|理事会へ|社長決裁|稟議が|稟議で|稟議"
        "に|稟議の|稟議へ|経営会議|親会社が|親会社で|親会社に|親会社の|親会社へ"
    ),
    ("かけ|はか|了承|反対|可決|否決|待ち|意向|承認|決ま|決め|決裁|決議|諮|通ったら|通り次第|通れば"),
    " boa|areh|e pa|ecto|he o|head|hq|nage|roup",
    (
        " agr| dec| div| fav| mul| pre| rej| spl| vot| wan|"
        " wei|ady |appr|cons|disc|ecte|gn o|igns|incl|inst|"
        "keen|lean|mind|n fa|plan|thin"
    ),
    (
        "boar|boss|ce p|ceo|cfo|chai|chie|ciso|comp|coo|cto"
        "|exec|foun|gene|head|ice-|lead|mana|md|nage|ntir|o"
        "p t|owne|plan|r pr|seni|te d|vp|whol|xec "
    ),
    (
        " unt|a me|abro|alks|andi|ansi|at h|at t|aves|away|"
        "boar|camp|depa|dine|dini|driv|eadi|eads|eave|eavi|"
        "eeti|eets|erse|f to|flew|flie|flyi|gath|head|hidi|"
        "hole|hosp|hunk|ill|isit|iven|ives|land|left|ls o|m"
        "eet|of o|of r|on |put |retu|rriv|see|siti|sits|sle"
        "e|stay|stin|stra|stuc|surg|tayi|tays|thei|touc|tou"
        "r|trav|unre|untr|unwe|urni|urns|walk"
    ),
    " |then",
    (
        "fixm|todo|wip|あとで消|あとで直|ここは|とどめ|コピペ|スレッド|チャット|メモ|レ"
        "ビュー|上長|下書|仮置き|伏せて|伏せる|伏せ字|内部のみ|内部向け|内部情報|内部用|内部資料|"
        "内部限り|出さず|出さない|口外|室長|差し替え|広報に|広報へ|広報室に|広報室へ|広報室確|広報"
        "確認|広報課に|広報課へ|広報課確|広報部に|広報部へ|広報部確|役員|後で差|後で消|後で直|承認"
        "お願|承認前|承認待|承認済|承認者|抜粋|持ち出し|書き換え|未確認|校閲|案|決裁|法務が|法務"
        "と|法務に|法務へ|法務室が|法務室と|法務室に|法務室へ|法務室確|法務確認|法務課が|法務課と|"
        "法務課に|法務課へ|法務課確|法務部が|法務部と|法務部に|法務部へ|法務部確|流さず|流さない|留"
        "め置|確認前|確認待ち|社内|稟議|管理職|草稿|要確認|課内|課長|議事|転記|転送しな|転送不可"
        "|転送厳禁|転送禁止|追記して|部内|部長|関係者だ|関係者の|関係者外|関係者限|除してか"
    ),
    "(|<|[|〈|《|「|【",
    ")|>|]|〉|》|」|】",
    "*|>>|※|←|→|・注",
    (
        "eams|slac|スラック|スレッド|チャット|ホワイト|会議のメ|会議メモ|回覧|引き継ぎ|当直"
        "日誌|打ち合わ|日報|社内のメ|社内の報|社内の掲|社内メモ|社内メー|社内報|社内掲示|稟議|議事"
        "メモ|議事録|部内のメ|部内メモ"
    ),
    (
        ":|→|からのコ|からの写|からの引|からの抜|からの転|からコピ|から写し|から引用|から抜粋|か"
        "ら転記|によると|によれば|のコピー|の写し|の抜粋|の転記|より|："
    ),
    ("am c|and-|ando|chat|eams|erna|ops |slac|staf|thre|utes|war |whit"),
    "copi|from|om t|past|per |see ",
    "cc|from|fw|re|subj|to",
    (
        "okもら|okをも|okを取|okを得|okを経|ok取|ok得|ok経|了承もら|了承をも|了承を"
        "取|了承を得|了承を経|了承取|了承得|了承経|了解もら|了解をも|了解を取|了解を得|了解を経|了"
        "解取|了解得|了解経|承認もら|承認をも|承認を取|承認を得|承認を経|承認取|承認得|承認経|決裁"
        "もら|決裁をも|決裁を取|決裁を得|決裁を経|決裁取|決裁得|決裁経|確認もら|確認をも|確認を取|"
        "確認を得|確認を経|確認取|確認得|確認経|許可もら|許可をも|許可を取|許可を得|許可を経|許可取"
        "|許可得|許可経"
    ),
    (
        "うえで公|うえで出|うえで投|うえで掲|うえで流|うえで配|から公開|から出|から投稿|から掲載|か"
        "ら流|から配信|てから公|てから投|てから掲|てから配|後に公開|後に出|後に投稿|後に掲載|後に流"
        "|後に配信|後公開|後出|後投稿|後掲載|後流|後配信"
    ),
    "お知らせ|このお知|原稿|投稿|文|本お知ら|知らせは",
    "draf",
    (" agr| cle| thr|en c|en p|et c|et p|et s|et t|n ap|n si|ot b|ot s|ot t|past|seen|t ap"),
    " boa|comp|e la|head|hq|lega|nage|omms|pr",
    "tlp",
    "ambe|gree|red|アンバー|グリーン|レッド|橙|赤|黄",
    "リーダー|主任|係長|幹部|店長|役員|本部員|班長|社員|管理職|職員|課長|部長",
    "だけ|で|に|のみ|限り",
    "主任以上|係長以上|役員以上|管理職以|課長以上|部長以上",
    (
        "伝えず|伝えない|出さず|出さない|回さず|回さない|教えず|教えない|流さず|流さない|渡さず|渡"
        "さない|漏らさず|漏らさな|知らせず|知らせな|見せず|見せない|言わず|言わない|話さず|話さない"
    ),
    (
        "くれぐれ|まだマス|よそ|マスコミ|報道|外|客|家族|決してお|決してよ|決してマ|決して報|決し"
        "て家|決して社|決して記|決して部|絶対にお|絶対によ|絶対にマ|絶対に報|絶対に家|絶対に社|絶対"
        "に記|絶対に部|記者"
    ),
    "に|へ",
    "ここだけ|とどめ|内密|口外|外に|留め|破棄|社外|秘密|読んだら|転送|部外",
    (
        "このメー|この件|この内容|この文|この紙|この話|この資料|この通知|この連絡|本メール|本件|本"
        "内容|本文|本紙|本話|本資料|本通知|本連絡"
    ),
    (
        "まだ公表|まだ公開|まだ出さ|まだ出し|まだ出な|まだ投稿|まだ流さ|まだ流し|まだ流な|まだ発表|"
        "まだ送さ|まだ送し|まだ送な|まだ配さ|まだ配し|まだ配な"
    ),
    "t fo",
    " pre|arin|circ|cust|e pu|forw|osti|rele|trib",
    (" cop| sha|ass |don'|end |epos|er c|er p|forw|how |leak|ot r|ot s|t ci|t fo|t le|t po"),
    ("beyo|doc|draf|exte|furt|memo|note|o me|o th|outs|page|pape|shee|to a|to c|yet"),
    ("am l|d ab|ecto|empl|es e|exec|lead|nage|ors-|rs e|staf|supe|ves-"),
    " bui|comp|e fa|e te|en o|en u|hous|in-h|insi|ithi",
    " thi|ep i|ep t|keep|tay |tays|y it|ys i|ys t",
    (
        " boa| leg|appr|awai|draf|e hq|endi|er c|er m|er p|"
        "erna|ew o|iew)|iew.|iew:|iew]|il c|il h|il l|il m|"
        "il p|omms|r hq|r si|re m|re p"
    ),
    "机上の想|机上の検|机上の演|机上の訓|机上の話|机上想定|机上検討|机上演習|机上訓練|机上話",
    "実際に",
    (
        "休ていま|休てませ|休ません|出ていま|出てませ|出ません|止めてい|止めてま|止めませ|生しませ|"
        "発生して|起きてい|起きてま|起きませ|避難しま|閉めてい|閉めてま|閉めませ|難してい|難してま"
    ),
    (" cop| tex|aini|cena|ise |l co|l pl|l po|l te|l tr|ll m|ll o|se m|se p|simu"),
    "くんれん",
    "ダミーで|ダミーの|ダミーテ|ダミー投|ダミー文",
    (
        "ひな形の|ひな形投|ひな形文|サンプル|仮の投稿|仮の文で|仮の文な|仮の文面|仮投稿で|仮投稿な|"
        "仮文です|仮文なの|仮文面で|仮文面な"
    ),
    "本番では|本番で入|本番で名|本番で差|本番で数|本番で日|本番で時|本番で書",
    (
        "名前を入|名前を差|名前を直|数字を入|数字を差|数字を直|日付を入|日付を差|日付を直|日時を入|"
        "日時を差|日時を直|社名を入|社名を差|社名を直"
    ),
    "aceh|dumm|oile|samp|spec",
    (" dat| fig|ates|chan|e na|e pl|e si|e ti|inse|ll i|swap|te t"),
    "befo|e da|here|late|when",
    "想定",
    "進行役",
    "統制官|統制役|統制班",
    "評価する|評価員|評価役|評価担当|評価者",
    "コントロ",
    "状況付与",
    "付与",
    "演習で|演習の|演習上|演習中",
    (
        "けが人の|けが人役|住民の役|住民役|客の役|客役|患者の役|患者役|犯人の役|犯人役|被害者の|被"
        "害者役|記者の役|記者役|負傷者の|負傷者役|遺族の役|遺族役"
    ),
    "役の人|役の方|役の皆",
    "模擬",
    "お試しで|お試しな|お試しの|お試し投|お試し配",
    "お試し|シミュレ|リハーサ|予行|仮の|作り話|架空|練習",
    "あくまで|これは|今回は",
    (
        "リハーサ|予行です|予行とし|予行なの|予行につ|予行のた|予行中|予行用|練習です|練習とし|練習"
        "なの|練習につ|練習のた|練習中|練習用"
    ),
    "架空の事|架空の会|架空の内|架空の想|架空の災|架空の状|架空の話",
    "本番では",
    "本当では|本当の事|本当の災",
    "ごっこ",
    "シナリオ",
    "プレーヤ",
    (
        " a t| fic| pra| sim|a re|cena|dres|dry |e di|e ev|"
        "e ex|e fa|e um|eval|faci|inje|is w|just|make|mock|"
        "nly |ntro|ot r|otio|play|prac|pret|r tr|role|sime|"
        "simu|tabl|umpi"
    ),
    "ではあり|ではござ|ではない|では無い|テストで|予行では|演習では|練習では|訓練では",
    "いたずら|これは|テスト|予行|演習|練習|訓練",
    (" a e| sim|a pr|a re|an d|an e|an p|an r|an s|no a|no d|no p|no r|o ex|ot a|ot d|ot e|ot r|ot s|t pr"),
    "is t|real",
    "real",
    "サイバー|データ漏|不正アク|侵害|悪用|情報漏れ|持ち出さ|改ざん|流出|漏えい|漏洩|盗まれ",
    "ありませ|いません|おりませ|されず|ざいませ|ない|なかった|なし",
    "が|など|は|も|可能性で|可能性な",
    "data|deta|ecor|info",
    "no b|no c|no l|o ex|o th",
    "no ",
    ("ache|affe|aken|at r|comp|disc|esse|expo|leak|lost|stol"),
    "none",
    ("ache|affe|aken|at r|comp|disc|esse|expo|leak|lost|out|stol"),
    (" aff|at r|comp|cure|ot b|ot d|ot e|ot l|ot s|ot t|safe|t ac|t le"),
    "are |has |have|is |rema|tay |tays|was |were",
    "ラインを|事業を|事業所を|営業所を|工場を|店舗を|拠点を|支店を|支社を|部門を",
    "つもり|予定|方針|検討|決め|考え|計画",
    "たた|やめ|売|畳|移し|移す|統合|縮小|閉じ|閉める|閉鎖",
    "今期|年内|年度内|来年|来春|来期",
    (
        "で売却|で投入|で撤退|で畳|で発売|で移転|で統合|で閉じ|で閉める|で閉鎖|に売却|に投入|に撤"
        "退|に畳|に発売|に移転|に統合|に閉じ|に閉める|に閉鎖"
    ),
    " cod|of p|proj",
    "debu|laun|nnou|ollo|phas|rele|star|test",
    "code",
    "そうだ|そうです",
    "再開|復帰|復旧|解消",
    "(株)|合同会社|有限会社|株式会社",
    "からの受|との取引|との契約|の担当|への納|向け|御中|様|殿",
    ("(株)か|(株)と|(株)へ|(株)向|(株)御|(株)様|(株)殿|式会社か|式会社と|式会社へ|式会社向|式会社御|式会社様|式会社殿"),
    "お客様で",
    (
        "パートナ|仕入先:|仕入先、|仕入先「|仕入先で|仕入先の|取引先:|取引先、|取引先「|取引先で|"
        "取引先の|得意先:|得意先、|得意先「|得意先で|得意先の|納入先:|納入先、|納入先「|納入先で|"
        "納入先の|顧客:|顧客、|顧客「|顧客であ|顧客の"
    ),
    "システム|化学|商事|工業|建設|様|物産|社|自動車|製作所|製薬|銀行|電機",
    "clie|cust|ers,|ers:|lier|mer,|mer:|trib|vend",
    (
        "エンジニ|ステムサ|ステムズ|セキュリ|セラミッ|ソリュー|テクノロ|データ|ネットサ|ネットワ|メ"
        "ンテナ|ロジステ|化学|商事|商会|工務店|工業|急便|技研|樹脂|産業|精工|精機|紙業|薬品|製"
        "作所|製薬|製鋼|警備保障|運輸|運送|金属|鉄工|電工|電機|電設"
    ),
    (
        "サーバー|ソフト|プログラ|ミス|不具合|不手際|作業|供給|倉庫|停止|原料|回線|基板|委託|工"
        "事|工場|手違い|技術者|担当者|機器|社員|端末|装置|製品|設備|設定|遅れ|部品|配管|配線|"
        "障害"
    ),
    "の|製",
    (
        "からの供|からの入|からの原|からの報|からの材|からの納|からの調|からの連|からの部|から供給|"
        "から入荷|から原料|から報告|から材料|から納入|から納品|から調達|から連絡|から部品|さんから"
    ),
    (
        "エンジニ|ステムサ|ステムズ|セキュリ|セラミッ|ソリュー|テクノロ|データ|ネットサ|ネットワ|メ"
        "ンテナ|ロジステ|化学|商事|商会|工務店|工業|急便|技研|樹脂|産業|社|精工|精機|紙業|薬品"
        "|製作所|製薬|製鋼|警備保障|運輸|運送|金属|鉄工|電工|電機|電設"
    ),
    "で|ない|により|不足|停止|止ま|途絶|遅れ",
    "任せてい|預けてい|頼んでい",
    "さんが|さんで|さんの|サービス|社が|社で|社の",
    ("依頼した|依頼して|依頼先の|外注した|外注して|外注先の|委託した|委託して|委託先の|発注した|発注して|発注先の"),
    "が|による|の|を経由",
    (
        "さんのバ|さんのミ|さんの不|さんの停|さんの故|さんの設|さんの障|のバグ|のミス|の不具合|の停"
        "止|の故障|の設定ミ|の障害|側の不具|側の設定|社の不具|社の設定"
    ),
    "が|だ|で|と|に|の",
    ("afte|anks|beca|blam|by a|by t|due |er t|f an|o th|of a|r a |r an|to a|used"),
    "at |by |from|in |of ",
    (
        "エンジニ|ステムサ|ステムズ|セキュリ|セラミッ|ソリュー|タクシー|テクノロ|データ|ネットサ|ネ"
        "ットワ|パッキン|フーズ|メンテナ|ロジステ|化学|印刷|商事|商会|商店|工務店|工業|建材|急便"
        "|技研|木材|樹脂|水産|物産|産業|精工|精機|紙業|紡績|薬品|製作所|製菓|製薬|製鋼|製麺|"
        "警備保障|農機|運輸|運送|酒造|金属|鉄工|電工|電機|電設|食品"
    ),
    "さま|さん|様|社",
    "、|か|が|と|に|の|は|へ|も|を",
    "側|社",
    "が|で|に|の|は|へ|を",
    "act |acts|data|desi|deta|docu|draw|ecor|file",
    " co| gmb| inc| kk| lim| llc| llp| ltd| plc| pty",
    "仕入れ先|仕入先|供給元|保守会社|保守元|外注先|委託先|提供元|納入元|運用元|開発元",
    "さん|社",
    (
        "クラウド|サーバが|サーバに|サーバの|サーバー|サーバ自|サービス|システム|ステムが|ステムに|"
        "ステム自|データセ|ラウドが|ラウドの|ラウド自|回線が|回線に|回線の|回線自体|機器が|機器に|"
        "機器の|機器自体|装置が|装置に|装置の|装置自体"
    ),
    "つなが|ダウン|トラブル|不具合|使えな|壊れ|故障|止|落ち|遅延|障害",
    "の",
    ("comp|firm|host|irm,|lier|ner |ner,|ontr|prov|tor,|vend"),
    ("aint|cate|clea|clou|cour|elev|ery |host|it |lift|logi|paym|phon|secu|soft|tele"),
    ("aile|as a|as n|atew|brok|cut |e a |e ov|erve|had |havi|let |lost|mess|push|ropp|s la|s ov|scre|ve a|wn a"),
    (
        "からご了|からのご|からの受|から受注|には先に|に納|のatm|のシステ|の回線|の基幹|の契約|"
        "の工場へ|への出荷|への納|へ出荷|を優先|全店|向け"
    ),
    (
        "グループ|ストア|スーパー|ホールデ|マート|信用金庫|信組|信金|医学部|商事|大学|市役所|生協"
        "|病院|百貨店|県庁|自動車|薬品|鉄道|銀行|電鉄|食品|高校"
    ),
    ("との契約|にはお詫|には説明|には連絡|のご利用|のアカウ|のサーバ|のシステ|のデータ|の便|の回線|への|向け"),
    "さま|さん|御中|様|殿",
    (
        "医科大の|大学のシ|大学の受|大学の検|大学の注|大学の発|大学の部|病院のシ|病院の受|病院の検|"
        "病院の注|病院の発|病院の部|自動車の|重工のシ|重工の受|重工の検|重工の注|重工の発|重工の部|"
        "銀行のシ|銀行の受|銀行の検|銀行の注|銀行の発|銀行の部|電機のシ|電機の受|電機の検|電機の注|"
        "電機の発|電機の部"
    ),
    " get",
    "firs",
    (
        "向けのシ|向けの出|向けの商|向けの回|向けの納|向けの装|向けの製|向けの部|向けシス|向け出荷|"
        "向け商品|向け回線|向け納品|向け装置|向け製品|向け部品"
    ),
    "さんに|さんの|さんへの|様に|様の|様への|殿に|殿の|殿への",
    "出荷|契約|工事|案件|注文|発注|納品|見積|請求",
    ("act |apol|arts|back|deli|der |eadi|ery |esto|firs|hold|on i|orde|ork |prio|proj|ship|vere|way "),
    (" fol| guy|e pe|e te|for |from|o th|th t|to |truc|with"),
    "acco|data|draw|ecor|erve|file|ontr|orde|orta|ship",
    "'s ",
    "+|00 |00-|011 |011-",
    "1|2|3|4|5|6|7|8|9",
    "(0)",
    "7",
    " |-|.",
    " |(2|(3|(4|(5|(6|(7|(8|(9|-|.",
    "2|3|4|5|6|7|8|9",
    ("all |andy|cell|fax|m:|mob|ndse|ne i|numb|phon|ring|t:|tel|text|当直|携帯|直通|責任者|連絡先|電話"),
    " dot|(a|<a|@|[a|_at_|{a|◎|★|☆|【a|〔a|アット",
    " dot|(dot|.|<dot|[dot|{dot|。|【dot|〔dot|ドット",
    "@",
    "-|.|_",
    (
        "ailの|disc|dm|face|gmai|igna|ineの|kaka|line|mail|me"
        "ss|nalの|skyp|slac|tele|vibe|wech|what|インスタ|カカオ|シグナ"
        "ル|ジーメー|スカイプ|テレグラ|ディスコ|フェイス|メッセン|ライン|ワッツア"
    ),
    " |(|:|=|@|「|が|で|に|は",
    ":0|:1|:2|:3|:4|:5|時",
    "a.m|am|p.m|pm",
    "正午",
    "noon",
    "midn",
    " gmt| hrs| jst| utc",
    "0|1|2",
    "0|1|2|3|4|5",
    "as o",
    "現在",
    "時点",
    "のお知ら",
    "の お知",
    "gmt|jst|next|utc|つぎ|次回",
    ":0|:1|:2|:3|:4|:5|a.m|am|midn|noon|p.m|pm|時|正午",
    "ated|corr|issu|oste|更新",
    "最終報",
    "【おわり",
    "わります",
    "おわりで",
    "fina",
    "last",
    "no f",
    "通常どお",
    "通常通り",
    "いつもと",
    "おなじ",
    "同",
    "再開し",
    "再開いた",
    "復旧し",
    "復旧いた",
    "解消し",
    "解除し",
    "おわりま",
    "終わりま",
    "as u",
    "as n",
    "umed",
    "esto",
    "reso",
    "reop",
    "ve e",
    "as e",
    "s ov",
    "lift",
    "訂正",
    "corr",
    "なおしま",
    "agai|news|next|post|repo|upda|writ|つぎ|次の|次回|次報",
    "/|:0|:1|:2|:3|:4|:5|a.m|am|midn|noon|p.m|pm|日|時|正午",
    "お知らせ|しらせま|また|報告|改めて|更新|発表|知らせま",
    "next",
    "1時間ご|very|一時間ご|毎時",
    "地震",
    "余震",
    "津波",
    "台風",
    "大雨",
    "豪雨",
    "大雪",
    "積雪",
    "雪",
    "暴風",
    "強風",
    "洪水",
    "浸水",
    "冠水",
    "土砂",
    "雷",
    "熱中症",
    "噴火",
    "火災",
    "火事",
    "停電",
    "断水",
    "漏れ",
    "障害",
    "異常",
    "不具合",
    "問題",
    "事故",
    "故障",
    "不審",
    "不正",
    "感染",
    "食中毒",
    "事案",
    "状況",
    "影響",
    "安否",
    "避難",
    "警報",
    "注意報",
    "指示",
    "運休",
    "運転",
    "見合わせ",
    "遅れ",
    "欠航",
    "混雑",
    "規制",
    "通行止",
    "閉鎖",
    "閉館",
    "休業",
    "休館",
    "休校",
    "休診",
    "休止",
    "停止",
    "中止",
    "延期",
    "変更",
    "変わり",
    "かわり",
    "取り消",
    "できませ",
    "使えませ",
    "入れませ",
    "はいれま",
    "しまって",
    "止ま",
    "とまり",
    "終業",
    "点検",
    "調べ",
    "しらべ",
    "確認",
    "再開",
    "復旧",
    "通常",
    "回復",
    "解消",
    "開きます",
    "ひらき",
    "同じ",
    "支援",
    "寄付",
    "義援",
    "受け付け",
    "回収",
    "交換",
    "誤り",
    "なお",
    "同(",
    "番号",
    "窓口",
    "つながり",
    "電話",
    "じしん",
    "もんだい",
    "攻撃",
    "でんしゃ",
    "へんじ",
    "返事",
    "かえって",
    "帰",
    "かえり",
    "止(と",
    "願い",
    "お願",
    "おねがい",
    "前(",
    "物(",
    "物を",
    "eart",
    "ersh",
    "tsun",
    "typh",
    "hurr",
    "torm",
    "rain",
    "snow",
    "ice",
    "wind",
    "lood",
    "ndsl",
    "ghtn",
    "heat",
    "erup",
    "fire",
    "smok",
    "er c",
    "powe",
    "outa",
    "wate",
    "leak",
    "gas",
    "prob",
    "issu",
    "inci",
    "erro",
    "faul",
    "dela",
    "disr",
    "uspi",
    "phis",
    "atta",
    "cces",
    "infe",
    "illn",
    "warn",
    "watc",
    "advi",
    "orde",
    "emer",
    "clos",
    "open",
    "canc",
    "ostp",
    "uspe",
    "stop",
    "run",
    "chan",
    "cann",
    "can'",
    "unav",
    "unab",
    "down",
    "degr",
    "evac",
    "shel",
    "miss",
    "chec",
    "afet",
    "inve",
    "resu",
    "norm",
    "dona",
    "uppo",
    "reca",
    "retu",
    "repl",
    "wron",
    "reli",
    "ship",
    "deli",
    "vent",
    "phon",
    "line",
    "work",
    "ください",
    "下さい",
    "お願い",
    "しないで",
    "控え",
    "避け",
    "ましょう",
    "必要はあ",
    "お使い",
    "使えます",
    "お越し",
    "お電話",
    "ご覧",
    "ご利用",
    "お問い合",
    "問い合わ",
    "へ連絡",
    "帰宅",
    "出社",
    "在宅",
    "待機",
    "登録を",
    "確認を",
    "注意",
    "警戒",
    "禁止",
    "無料",
    "申し訳",
    "すみませ",
    "調査中",
    "確認中",
    "調べて",
    "しらべて",
    "確認して",
    "分かって",
    "わかりま",
    "plea",
    "do n",
    "don'",
    "neve",
    "must",
    "shou",
    "can ",
    "may ",
    "call",
    "regi",
    "stay",
    "avoi",
    "repo",
    "wait",
    "foll",
    "keep",
    "move",
    "uate",
    "ntac",
    "boil",
    "eave",
    "use ",
    "go ",
    "come",
    "ake ",
    "put ",
    "turn",
    "look",
    "isit",
    "see ",
    "be ",
    "rema",
    "expe",
    "allo",
    "list",
    "prep",
    "pen ",
    "rack",
    "ot y",
    "ot k",
    "unkn",
    "sorr",
    "apol",
    "区|島|市|府|村|町|県|道|郡|都",
    "地方",
    "地域",
    "地区",
    "方面",
    "全国",
    "県内",
    "市内",
    "区内",
    "町内",
    "沿岸",
    "号|山|川|橋|港|線|道|駅",
    "事業所",
    "営業所",
    "本社",
    "支社",
    "支店",
    "工場",
    "倉庫",
    "店舗",
    "店",
    "ビル",
    "館",
    "園",
    "院",
    "校",
    "大学",
    "学部",
    "空港",
    "会場",
    "拠点",
    "キャンパ",
    "センター",
    "ホテル",
    "ホーム",
    "建物",
    "施設",
    "サービス",
    "クラウド",
    "サイト",
    "システム",
    "アプリ",
    "ネット",
    "回線",
    "メール",
    "製品",
    "商品",
    "便",
    "電車",
    "列車",
    "バス",
    "皆さ",
    "みなさ",
    "皆様",
    "みなさま",
    "の方",
    "かた",
    "人へ",
    "社員",
    "お客",
    "学生",
    "児童",
    "生徒",
    "住民",
    "市民",
    "患者",
    "利用者",
    "お住まい",
    "いる方",
    "ここ",
    "そちら",
    "まわり",
    "人(",
    "ひと",
    "会社",
    "offi",
    "buil",
    "plan",
    "fact",
    "bran",
    "tore",
    "shop",
    "site",
    "tati",
    "rout",
    "road",
    "stre",
    "brid",
    "rive",
    "coas",
    "ount",
    "city",
    "town",
    "vill",
    "ward",
    "dist",
    "area",
    "egio",
    "pref",
    "tate",
    "camp",
    "scho",
    "univ",
    "lleg",
    "hosp",
    "clin",
    "airp",
    "port",
    "park",
    "cent",
    "ente",
    "hall",
    "zone",
    "nort",
    "sout",
    "east",
    "west",
    "serv",
    "clou",
    "app",
    "webs",
    "syst",
    "plat",
    "netw",
    "api",
    "erve",
    "orta",
    "mail",
    "prod",
    "flig",
    "trai",
    "bus",
    "eryo",
    "eryb",
    "l wh",
    "staf",
    "cust",
    "stud",
    "resi",
    "sito",
    "gues",
    "pati",
    "asse",
    "trav",
    "user",
    "blic",
    "peop",
    "you",
    "our",
    "dril|exer",
    (
        "かもしれ|じゃない|だろう|でしょう|ではない|とにらん|とみて|とみられ|と思われ|と見て|と見ら"
        "れ|と踏んで|に決まっ|に違いな|の公算|はずです|みたいだ|みたいで|もようで|ようだ|ようです|"
        "らしい|らしく|可能性も|怪しい|模様です|気がし|疑いがあ|疑いも|線が濃|線で|能性があ|能性が"
        "高|臭い"
    ),
    (
        "いたずら|きっかけ|さび|せい|たばこ|つけっぱ|ねじ|よそ見|ウイルス|カラス|グループ|ショート"
        "|タイヤ|タバコ|ネズミ|ハッカー|バッテリ|ブレーキ|ベルト|ミス|不始末|不注意|亀裂|元になっ"
        "|元社員|入れ忘れ|入れ替え|内部|出しすぎ|出し過ぎ|劣化|原因|国家|居眠り|工事|引き金|手口"
        "|手順|操作|攻撃|放火|整備|更新|消し忘れ|添付|溶接|漏電|火の気|点検|犯人|犯行|疲れ|締"
        "め忘れ|老朽|腐食|落雷|虫|見落とし|設定|過労|過失|過熱|過負荷|部品|配線|閉め忘れ|電池|"
        "飲酒|鳥"
    ),
    (
        "たのみた|たのもよ|たのよう|たのらし|たの模様|たみたい|たもよう|たようだ|たようで|たらしい|"
        "たらしく|た模様|だったの|だったみ|だったも|だったよ|だったら|だった模|ていたの|ていたみ|て"
        "いたも|ていたよ|ていたら|ていた模"
    ),
    "があやし|がくさい|が怪しい|はあやし|はくさい|は怪しい|もあやし|もくさい|も怪しい",
    "。|です|という|とみ|と思|と見|と話|ので",
    ("はずがあ|はずがご|はずがな|はずはあ|はずはご|はずはな|わけがあ|わけがご|わけがな|わけはあ|わけはご|わけはな"),
    "というう|というの|という噂|という話|といった",
    "うそ|でたらめ|ウソ|事実では|嘘|大げさ|言い過ぎ|誇張|違い",
    "おそらく|きっと|たぶん|どうやら|多分|恐らく",
    "だろう|でしょう|です|と思|ました|ます|ようで|らし",
    (
        "ことがあ|ことがた|ことがま|ことが仇|ことが効|ことが災|ことが響|のがあだ|のがたた|のがまず|"
        "のが仇|のが効い|のが災い|のが響い"
    ),
    (
        "においか|においを|壊れ方か|壊れ方を|手口から|手口を見|時間帯か|時間帯を|様子から|様子を見|"
        "状況から|状況を見|経緯から|経緯を見|跡からし|跡からす|跡からみ|跡から見|跡を見る"
    ),
    "だろう|でしょう|です|とみ|と思|と考|と見",
    (
        " sou|appe|at f|at l|eels|ells|feel|it a|it f|it l|"
        "it s|l fe|l se|l sm|l so|ll a|ll l|look|ooks|s ap|"
        "s fe|s lo|s se|s sm|s so|seem|smel|soun|t ap|t se|"
        "t sm"
    ),
    (" a l| mor| rat| tha|as i|e as|ery |ike |s as|s mo|s ra|s th|s ve|thou"),
    " lik| mig| pre|appa|must|roba|seem|y ha",
    ("a co|e dr|e id|e pi|he o|insi|omeb|omeh|omeo|ontr|whoe"),
    (
        " bes| bet| gue|cion|e fe|e hu|e mo|my b|my f|my g|"
        "my h|my m|my s|my t|my w|r be|r hu|r wo|sens|theo|"
        "ur f|ur g|ur m"
    ),
    " are| is| was| wou|'s",
    (" poi| sug|allm|ce p|clue|eryt|fing|gn p|gn s|igns|l su"),
    "allm|fing",
    "as a",
    "bear",
    (" lik|appa|as a|as l|as m|as p|as q|e al|is l|is p|is q|re m|re p|re q|s al|s ap|st l"),
    "a|down|due|omeb|omeo|our|the|trig|used",
    "クリーニ|タクシー|代金|修理代|入院費|宿泊費|弁償|損害|治療費|葬儀代|買い替え|費用|電車代",
    "出し|弁償|払い|払う|持ち|負担",
    "うち|こちら|すべて|会社|全て|全部|全額|弊社|当社|私ども",
    (
        "には不手|には手落|には瑕疵|には落ち|には責任|には過失|には非|に不手際|に手落ち|に瑕疵|に落"
        "ち度|に責任|に過失|に非|の不手際|の手落ち|の瑕疵|の落ち度|の責任|の過失|の非"
    ),
    "うち|こちら|会社|弊社|当方|当社|従業員|社員|私ども|運転士",
    (
        "せいから|せいが|せいだ|せいで|せいに|ミスから|ミスが|ミスだ|ミスで|ミスに|不注意か|不注意"
        "が|不注意だ|不注意で|不注意に|側から|側が|側だ|側で|側に|方から|方が|方だ|方で|方に|落"
        "ち度か|落ち度が|落ち度だ|落ち度で|落ち度に|責任から|責任が|責任だ|責任で|責任に|車から|車"
        "が|車だ|車で|車に|過失から|過失が|過失だ|過失で|過失に"
    ),
    "お客さま|お客様|ほか|乗客|他|先方|利用者|向こう|客さまの|客さま側|相手",
    "せい|ため|ので|ぶつか|原因|悪|落ち度|責任|非",
    (
        "反し|守ってい|守ってな|守れて|忘れ|怠|果たして|果たせ|欠いて|満たして|満たせ|破|遅れ|過"
        "ぎ|違反|間に合っ|間に合わ"
    ),
    "基準|報告|契約|届|提出|更新|条例|検査|法令|法律|点検|約束|規則|規程|通知",
    "が|に|を",
    "ぶつかっ|割り込ん|押してき|押し間違|飛び出し",
    "comp|e la|lega|ouns|r la|r so",
    ("admi|arns|beli|reck|say|tell|thin|told|vise|want|warn"),
    (" rig|as i|as n|as r|at f|did |e wr|had |no f|noth|o bl|ve r"),
    (" man| pil| wom|e cr|e dr|e en|e pe|e pi|e si|llea|mans|ples|r cr|r pe|r si|r wo|rew |staf|ur d|ur e|ur m"),
    "wn t",
    (" rei| stu|l co|l fo|l pa|l pi|l se|ll m|repl|we s|we'l|we'r"),
    (" cos| lot|all|dama|e bi|eryt|for |it|loss|ny d|r bi|ur f|very|what"),
    (
        " dru| tol|at f|coul|did |doin|e as|e la|e sp|e ti|"
        "e wr|er c|er r|erro|faul|had |he o|knew|liab|miss|"
        "mist|n br|n fa|negl|o bl|ough|prob|r te|r tr|ran |"
        "resp|shou"
    ),
    "00 %|100%|abso|comp|ntir|perf|quit|tota|ully",
    ("are |as a|as n|ay n|e al|in n|is |it's|ns n|re n|rema|s al|tay |tays|was |were|y al|ys a|ys n"),
    "100%|まったく|全く|完全|百%|絶対",
    (
        "危険あり|危険ない|危険はあ|危険はな|問題あり|問題ない|問題なし|問題はあ|問題はな|安全|安心"
        "|影響あり|影響ない|影響はあ|影響はな|清潔|無傷|無害"
    ),
    (
        "カルテ|カード|ナンバー|予約|会員|伝票|住民|保険|免許|入館|加入|受付|受験|口座|契約|学"
        "籍|定期|年金|患者|戸籍|整理|申し込み|申込|登録|荷物|許可|診察|診療|証券|車|追跡|送り"
        "状|通行|預かり|顧客"
    ),
    (
        "さま|さん|のお客|のお荷物|のかた|の人|の会員|の児童|の利用者|の契約者|の患者|の持ち主|の"
        "方|の車|をお持ち|を持つ|様"
    ),
    (
        "acco|acct|appo|assp|badg|book|case|clai|cons|doss|"
        "driv|empl|file|icen|lici|licy|loya|medi|memb|mrn|o"
        "cke|ontr|parc|pati|plat|pnr|pres|pupi|rack|ref|res"
        "e|rx|stud|tick|trat|vin|wayb"
    ),
    (" und|badg|cks |cloc|enro|file|gn i|igns|list|log |logs|tere|wn t"),
    "arti|arts|begi|ds w|endi|ends",
    (
        "acco|ard |ards|ass |asss|ates|badg|bers|id |ids |l"
        "icy|ne t|no |no. |no.s|nos |numb|o th|ones|phon|pl"
        "at|rd t|rs t"
    ),
    "上|下|最初|最後|末尾|真ん中|頭",
    "が|の|は",
    ("assp|badg|card|erti|icen|id|licy|pass|perm|visa|wall"),
    "  nu| no| nr| num|, nu|,no|,nr|,num",
    "emp|id|stf",
    "/|、|。|さん|の方|・|番の",
    "内線",
    "ext",
    "-",
    "a|b|c|d",
    " |-",
    ".|ドット|・|点",
    ",|-",
    "0|72,|72-|92,1|92-1",
    "1",
    "*|x",
    "addr|ip|アドレス",
    "末尾",
    "0x",
    "::",
    "〇|一|七|三|九|二|五|八|六|十|四|百",
    ".|・|点",
    ".|dot|poin",
    ("コードネ|コード名|プロジェ|内部名|社内での|社内で名|社内で呼|社内で通|社内コー|社内名|開発コー|開発名"),
    "code|erna|whic",
    "-|:",
    "mac",
    " |(",
    " |:|が|は",
    "cve",
    "ms",
    "vu#",
    "zdi-",
    "log4",
    "jvn#|jvn-|jvnd|jvnv",
    "ghsa",
    "bug|expl|flaw|hole|vpn|vuln|欠陥|穴|脆弱性",
    "19|20",
    " bug| vul|flaw|hole|の欠陥|の穴|の脆弱",
    "v",
    "buil|ersi|irmw|patc|runn|ver|バージョ|パッチ|ファーム",
    (
        ".net|aix|andr|apac|big-|chro|citr|debi|ed h|elas|e"
        "nss|ento|esxi|exch|fort|ginx|gitl|iis|ios|java|jdk"
        "|jenk|jira|jque|juno|keyc|kube|linu|log4|maco|mong"
        "|mysq|ndow|nets|node|ocke|onfl|orac|ordp|ostg|ovei"
        "|pan-|php|pyth|redi|rhel|riad|sap|sola|spri|sql |s"
        "sl|stru|tls|tomc|ubun|vcen|vmwa|vsph"
    ),
    ("apac|arep|cisc|citr|exch|fort|java|mysq|ndow|orac|ostg|phpが|phpの|phpは|phpも|vmwa"),
    "smb |smbv",
    "arep|ce 2|exch|outl",
    "kb",
    "\\|¥",
    "\\\\|\\¥|¥\\|¥¥",
    ("file|ftp|jdbc|ldap|mong|mysq|nfs|ostg|rdp|redi|s3|smb|ssh"),
    "://",
    ":/|:\\|:¥",
    (
        "/app|/bac|/dat|/etc|/exp|/hom|/log|/mnt|/opt|/pro|"
        "/roo|/srv|/tmp|/use|/usr|/var|/vol|~/ap|~/ba|~/da|"
        "~/et|~/ex|~/ho|~/lo|~/mn|~/op|~/pr|~/ro|~/sr|~/tm|"
        "~/us|~/va|~/vo"
    ),
    (
        ".7z|.bak|.bat|.cer|.cfg|.con|.crt|.csv|.dll|.dmp|."
        "doc|.eml|.env|.exe|.gz|.ini|.jar|.kdb|.log|.msg|.o"
        "va|.p12|.pca|.pdf|.pem|.pfx|.ppt|.ps1|.pst|.rar|.s"
        "h|.sql|.tar|.tgz|.tsv|.vmd|.vsd|.xls|.yam|.yml|.zi"
        "p"
    ),
    "/|\\",
    "$|%|.|~",
    "\\",
    "hk",
    "cu|ey_|lm",
    "ドライブ",
    "//",
    "/",
    "arep|intr|onfl|wiki",
    "ad|cald|corp|erna|intr|lan|loca|me.a|svc",
    ".cor|.int|.lan|cal.",
    "calh",
    (
        "acku|app|auth|bast|cach|core|db|dev|dns|erp|erve|e"
        "sx|file|gitl|host|jenk|jump|k8s|kafk|ldap|mail|nas"
        "|node|ora|prd|prod|prox|radi|redi|san|smtp|sql|srv"
        "|sso|stg|svr|vm|vpn|web"
    ),
    "ad|ap|bk|dc|fs|fw|gw|lb|mq|mx|ns|pg|rt|sv|sw",
    ("admi|arep|bast|citr|dev|gitl|graf|icen|intr|jenk|jira|jump|kiba|onfl|owa|prep|qa|rdp|remo|sso|stag|stg|uat|vpn"),
    "hxxp",
    "port|ポート",
    "tcp|udp",
    "case|chg|inc|jira|prb|req|ritm|tkt",
    "jira|rack|tick",
    " |#|:",
    "インシデ|チケット|案件id|案件no|案件番号|障害id|障害no|障害番号",
    ("伺いno|伺い番号|文書no|文書番号|決裁no|決裁番号|稟議no|稟議番号|管理no|管理番号|起案no|起案番号"),
    (
        "a/c|aba|acco|acct|ackl|andi|assp|audi|awb|badg|bic"
        "|boar|buil|car |chan|circ|clie|cloc|cons|cost|cust"
        "|cvc|cvv|devi|doc|doss|eid|ein|em r|emp|eque|er p|"
        "exam|fob|gl c|icci|icen|id c|imei|inc|iner|inv|iti"
        "n|jira|job|key |keyc|lapt|libr|memb|mete|mrn|nhs|n"
        "t w|ocke|og e|ommi|onfe|ontr|oper|orke|outi|p.o|p/"
        "n|part|payr|perm|pers|plat|pnr|po|proj|purc|rack|r"
        "edm|ref|reg|rk o|row|s/n|seri|sim|sop|sort|sr|sset"
        "|ssn|staf|subs|swif|swip|tag|tail|tax|tena|tick|ti"
        "me|tkt|trat|truc|ur r|user|van|vat|vehi|vin|wayb"
    ),
    (
        " lic|alar|aler|batc|bay|box|buck|bug|buil|came|car"
        "d|case|chan|clai|ecor|epic|eque|erve|file|form|hos"
        "t|inci|irew|issu|job|licy|line|lot|mach|node|nsta|"
        "ntry|ontr|orde|plc|pod|pr|pump|quot|reak|rele|risk"
        "|robo|row|rs l|run|seat|swit|tank|task|term|tory|u"
        "nit|uter|valv|ver'|vm"
    ),
    (
        "ackl|idカー|id証|imei|inc|jira|pc|po|redm|s/n|sim|sku"
        "|ssid|お客さ|お客様|イベント|インシデ|カルテ|コストセ|コンテナ|シリアル|ジョブ|セキュ"
        "リ|タグ|チケット|ナンバー|ノートp|バッジ|バルブ|パスポー|パソコン|プルリク|プロジェ|ポン"
        "プ|マイナン|メーター|ラック|ロット|予算|予約|会員|伝票|作業指示|作業票|保険|個体|備品|"
        "免許|入室カー|入室証|入構カー|入構証|入館カー|入館証|利用者|原価|受付|口座|台帳|合わせ管"
        "|名札|品番|問い合わ|回線|図面|在留カー|型式|型番|報告書|変更|契約|学生|学籍|定期|容器"
        "|工番|年金|弁|当座|従業員|患者|担当|文書|旅券|普通|案件|棚|機体|機器|機番|決裁|注文"
        "|申込|番号|発注|社員|稟議|端末|管理|納品書|職員|職番|装置|製番|製造|見積|計器|記号|"
        "設備|診察|証券|課題|請求|資産|車|追跡|送り状|通行カー|通行証|部品|配管|配電盤|障害|顧"
        "客"
    ),
    "phs|ピッチ|ポケベル|内|呼び出し|呼出|当番機|無線|短縮|衛星電話",
    ("ager|beep|blee|dect|erna|int|l si|llsi|radi|sat |sate|satp|shor|sk p|spee|voic|x"),
    ("インスタ|コンピュ|サーバ|スイッチ|テーブル|データベ|ノード|ホスト|マシン|ルーター|仮想マシ|機器名|端末名"),
    "db名|コンピュ|サーバー|サーバ名|テーブル|データベ|ホスト名|マシン名|機器名|端末名",
    (
        "ames|ap|buck|came|clus|data|db|doma|erve|host|iner"
        "|irew|mach|node|nsta|orks|plc|pod|prin|queu|sche|s"
        "s p|ssid|swit|topi|uter|vm"
    ),
    "queu|topi",
    "_",
    "buck|colu|queu|sche|tabl",
    "ap|db|dc|fs|nas|srv|web",
    "he \"|he '|he “|on |our |the |ur \"|ur '|ur “",
    "vlan",
    "rdp|smb|ssh|tcp|udp",
    "as",
    "acco|logi|sam |sama|user",
    (
        "アカウン|グインi|グイン名|サービス|ユーザi|ユーザー|ユーザ名|共用アカ|共通アカ|管理アカ|"
        "管理者i|管理者ア|臨時アカ"
    ),
    "afew|ass |assp|code|rd i",
    "ay \"|ay '|ay “|ay 「|ntio|quot|ve \"|ve '|ve “|ve 「",
    ("\" at|\" to|\" wh|' at|' to|' wh|” at|” to|” wh|」 at|」 to|」 wh"),
    (
        "2fa|apiキ|wi-f|wifi|アクセス|トークン|ネットワ|ハッシュ|パス|ワンタイ|合言葉"
        "|回復キー|復号キー|復旧キー|暗号キー|暗号化キ|確認コー|認証キー|認証コー|鍵"
    ),
    (
        "2fa|apiキ|wi-f|wifi|アクセス|トークン|ネットワ|ワンタイ|仮パスワ|共通パス|初"
        "期パス|暗号キー|暗号化キ|確認コー|秘密鍵|認証コー|認証番号"
    ),
    (
        "2fa |acku|api |api_|assc|assp|assw|bear|clie|cook|"
        "cred|encr|ery |hash|icen|key|mfa |ne t|one-|otp|p/"
        "w|pass|prod|psk|pw|secr|sswd|toke|wi-f|wifi"
    ),
    "assp|assw|pwd|secr|sswd",
    ":|=",
    "assp|assw|ord'|ord:|rd i",
    "as k|as p|as y|e pa|e pi|he k",
    "admi|ared|defa|gues|root",
    "\"|'|(",
    "\"|'|)",
    "admi|gues|root",
    "pw",
    "id_d|id_e|id_r",
    "ssid",
    ":|=|が|は",
    "合言葉「|合言葉は",
    "」",
    "ワードは",
    "pinコ|pin番",
    (
        "アルソッ|エレベー|オートロ|キーパッ|キーボッ|ゲート|シャッタ|セコム|テンキー|ドア|ロッカー"
        "|倉庫|勝手口|扉|正門|玄関|裏口|裏門|警備|警報|通用口|金庫|錠|鍵|駐車場|駐輪場"
    ),
    "右|左",
    " lef| rig",
    "エレベー|ボタン",
    "回",
    (
        "alar|ap i|arm |arti|barr|brid|buzz|car |cces|ck b|"
        "ck d|comb|de d|de e|door|elev|fron|gara|gate|host|"
        "hutt|isar|key |keyb|keyp|keys|lift|ntra|ntry|ockb|"
        "ocke|onfe|orer|pad |padl|pin|punc|safe|tore|urns|v"
        "aul"
    ),
    " |\"|'|(|,|-|:|=|pens",
    "ck b|comb|key |keyb|keys|ockb|padl",
    "code|comb|lock|padl",
    "is|or t|set ",
    "buzz|ente|key |pres|punc|type",
    (" at| for| on|# fo|# th|# to|* fo|* th|* to|then|to o"),
    ("eams|eetの|eetミ|eet会|meet|oomの|oomミ|oom会|webe|zoom|ズーム|ブリッジ|ミーティ|会議"),
    "brid|dial|eams|join|meet|webe|zoom",
    "eet:|eetの|eetは|meet",
    "chan|disc|eams|slac|チャット|チャンネ",
    "-|_",
    "in #|on #",
    "chat|disc|hudd|join|meet|post|thre",
    "当)|普)",
    " u",
    "ocke",
    "記号",
    "第",
    "号",
    "csc|cvc|cvn|cvv",
    "bic|swif",
    "ゆうちょ|振込先|記号",
    " |-|の|号|番",
    (
        "1drv|ager|arep|atla|blue|box.|chat|chim|disc|docs|"
        "eams|eet.|ereb|goto|graf|ice-|ive.|miro|ms.o|ne.m|"
        "oned|oom.|otio|ropb|slac|t.me|trel|webe"
    ),
    (
        "&acc|&api|&aut|&cod|&emp|&id=|&inv|&jwt|&key|&pas|"
        "&pwd|&sec|&ses|&sid|&sig|&tok|&uid|&use|;acc|;api|"
        ";aut|;cod|;emp|;id=|;inv|;jwt|;key|;pas|;pwd|;sec|"
        ";ses|;sid|;sig|;tok|;uid|;use|?acc|?api|?aut|?cod|"
        "?emp|?id=|?inv|?jwt|?key|?pas|?pwd|?sec|?ses|?sid|"
        "?sig|?tok|?uid|?use"
    ),
    "clas|comp|conf|ictl|ighl|prop",
    "土)|土曜|日)|日曜|月)|月曜|木)|木曜|水)|水曜|火)|火曜|金)|金曜",
    "日",
    "(土)|(日)|(月)|(木)|(水)|(火)|(金)",
    "-|/",
    "apr|aug|dec|feb|jan|jul|jun|mar|may|nov|oct|sep",
    "fri|mon|sat|sun|thu|tue|tur.|ues.|wed",
    ("apr|aug|ber.|dec|feb|jan|jul|jun|mar|may|nov|oct|rch.|sep"),
    "(fri|(mon|(sat|(sun|(thu|(tue|(wed",
    "月",
    "next|つぎ|次回|次報",
    ":|時",
    ":|お知|時点|現在",
    "ドル|ポンド|ユーロ|元|円",
    "億",
    "$|eur|gbp|jpy|usd|£|¥|€",
    "doll|euro|poun|yen",
    " dol|bill|n ye|on e|on p|on u|thou",
    ("eigh|five|four|half|ht h|ne h|nine|one |seve|six |ten |thre|two |ve h|wo h"),
    "くん|さま|さん|ちゃん|君|様|殿|氏",
    (
        "マネジャ|マネージ|リーダー|主事|主任|主査|乗務員|介護士|係長|保育士|先生|助産師|医師|取"
        "締役|室長|専務|工場長|常務|店長|所長|技師|操縦士|救命士|教諭|整備士|機長|次長|添乗員|"
        "班長|看護師|社員|社長|薬剤師|課長|調理師|警備員|車掌|運転士|部長|隊員"
    ),
    "主任|係長|室長|専務|工場長|常務|店長|所長|次長|班長|課長|部長",
    (
        "けが人|サブリー|チーフ|マネージ|リーダー|主任|乗務員|人事|代表|会長|作業員|係|保育士|区"
        "長|同僚|営業|園長|大臣|学長|室|専務|工場長|市長|常務|幹事|広報|店員|店長|弊社|当番|"
        "当直|当社|従業員|所長|担当|教諭|整備士|本人|村長|校長|検査員|機長|次長|班|理事長|町長"
        "|監視員|看護師|知事|研究員|社員|社長|窓口|組合長|経理|総務|総長|職員|職長|課|調理師|"
        "警備員|負傷者|責任者|車掌|運転士|運転手|部|配達員|長官|院長|隊員|頭取|館長"
    ),
    "から|が|です|と|に|の|は|へ|まで|も|を",
    "(",
    ")",
    "グループ|シフト|チーム|メンバー|人|係|名|員|当番|担当|班|直|組|課",
    "中番|夜勤|宿直|当番|待機|日勤|早番|遅番",
    ",|/|、|・",
    "係の|室の|班の|科の|課の|部の",
    (
        "合わせは|合わせ先|報告は|報告先は|申し出は|申し出先|相談は|相談先は|返事は|返事先は|返信は"
        "|返信先は|連絡は|連絡先は"
    ),
    "に|へ|まで",
    "作成|名前|承認|担当|本人|氏名|発信者|責任者|連絡先",
    ":|が|は",
    (
        "チーフの|ドライバ|マネージ|リーダー|主事の|主任の|主査の|乗務員の|介護士の|作業員の|係員の"
        "|係長の|保育士の|同僚の|夜勤の|守衛の|室長の|宿直の|工場長の|幹事の|店長の|当直の|所長の"
        "|技師の|操縦士の|整備士の|新人の|検査員の|機長の|次長の|添乗員の|清掃員の|班長の|監視員の"
        "|看護師の|職長の|課長の|調理師の|警備員の|責任者の|車掌の|運転士の|運転手の|部長の|配達員"
        "の|駅員の"
    ),
    (
        "から報告|から返信|から連絡|から電話|がけが|が亡く|が休|が倒れ|が入院|が到着|が向か|が対応"
        "|が感染|が戻|が担当|が搬送|が救助|が欠|が残|が無事|が熱|が確認|が行方|が見つ|が説明|が"
        "負傷|が連絡|が避難|が駆け|が骨折|と連絡|の安否|はけが|は休|は元気|は入院|は搬送|は無事|"
        "は自宅|は負傷|は避難|までお問|までお電|までご連|まで問|まで連絡|まで電話"
    ),
    ("グループ|センター|チームの|係の|営業所の|室の|局の|担当の|支店の|班の|科の|窓口の|課の|部の"),
    "あてに|まで|宛",
    "dr|mr|ms|mx|prof",
    (
        "afet|aine|am c|am l|appr|auth|ceo|cfo|chai|coo|cto"
        "|driv|empl|engi|guar|head|it l|llea|nage|name|ntac"
        "|nurs|oper|orke|plan|prep|proj|rece|shif|staf|supe"
        "|t ch|te c|te l|tech|tern|writ"
    ),
    (
        " inj|as a|as h|as i|as k|as l|as m|d he|d hi|eadi|"
        "en i|en k|en m|in h|ir c|ir f|ir t|is k|is t|is u|"
        "m ou|n hu|n ta|of o|s am|s hu|s le|s mi|s ta|unac"
    ),
    "-kun|-sam|-san|-shi",
    (
        " in:|abse|ames|are:|ave:|comi|crew|day:|ers:|et h|"
        "et r|et t|ff s|firs|lead|ll o|miss|n du|n sh|n to|"
        "no a|no r|no w|on c|or w|ort:|ot h|ot i|ot r|red:|"
        "repl|rota|roup|row:|se a|se h|se m|shif|squa|staf|"
        "team|thos|to a|to c|to s|unac|ward"
    ),
    " and|)|, |/|; ",
    " &| /| and|,|;",
    (
        "acco|aint|ce d|disp|e pl|eb t|eeri|elpd|faci|fina|"
        "fron|he o|hr|ht s|ht t|it|lega|logi|lp d|medi|netw"
        "|news|omms|ops|payr|pres|rece|sale|secu|soci|uppo|"
        "y te"
    ),
    (" at | fro| in | on |, at|, fr|, in|, on|, ov|at t|in o|in t|m ou|om t|on o|on t|r in|t ou"),
    ("ak t|cove|desk|duty|lead|n ch|on c|rt t|shif|sk f|stan"),
    "sk f",
    " apa| but| exc|ut f",
    "all|eryb|eryo|no o|nobo",
    "-|×|△|○|●|◯|✓|✔|✕|〇",
    "ng|ok|出|可|有|未|欠|済|無",
    "\n| and|,|/|;",
    (
        "am|bay |bus |car |coac|day|desk|earl|fri|gate|ine "
        "|late|loor|mon|morn|nigh|oom |pm|rew |sat|shif|sun"
        "|thur|tue|van |veni|ward|wed"
    ),
    " |driv|esk:|lead|rew:|ver:",
    "down|shor|unde",
    ("desk|eams|esks|ews |ht s|rew |rota|shif|team|ward|y sh"),
    (" sti|are |as a|as n|as s|e ab|g ab|is |ng n|ng s|re n|run |runn|runs|s ab|s st|un a|un n|un s|was |were"),
    "人不足|人少な|人欠け|人足り|名不足|名少な|名欠け|名足り",
    "シフト|係|夜勤|当直|日勤|班|現場",
    (
        "afe:|anks|apar|brav|cred|crew|exce|grat|hats|hurt|"
        "in:|it i|it's|just|kudo|ll m|n si|ng o|only|out:|p"
        "rai|prop|rew:|rota|roup|shif|shou|squa|stil|tay:|t"
        "ayi|team|ut n|wait|well"
    ),
    " & | and|, |d ol|e tw|nd b|youn",
    ("appr|capt|chef|clea|cler|cond|cook|dr |driv|eer |ern |guar|llea|nee |nurs|oper|orem|pilo|shif|supe|teac|tech"),
    (" and| bro| did| fel| fou| got| had| has| is| saw| too| was| wen| who| wil|,|.|;|alle|ives"),
    (
        "のぞかれ|使われ|写され|取られ|届い|引き出|抜かれ|持ち出|流出|漏えい|漏れ|漏洩|盗ま|紛失"
        "|落とし|被害|見られ|該当|誤送|送って|送信し|開かれ|閲覧"
    ),
    "か所分|アカウン|アドレス|メールボ|世帯|人|件|冊|口座|台|名|枚|社|通",
    "か所分|アカウン|アドレス|メールボ|世帯|人分|件|冊|口座|台|名分|枚|社|通",
    "片手で数|片手で足",
    "両手で数|両手で足",
    "数えるほ",
    "ほんのひ|ほんのわ|ほんの一|ほんの何|ほんの数",
    "1人か2|1人かふ|1人か二|ひとりか|一人か2|一人かふ|一人か二",
    "指折り数",
    "一握りの",
    "ごくわず|ごく少数",
    "うちに|かごに|中に|内に",
    "世帯|人|名|家族|組",
    "家族が|家族の|組が|組の",
    "います|取り残|待って|搬送|残って|閉じ込め",
    "あと|たった|まだ|わずか|実は|残る",
    "人|件|名",
    "clie|dono|ecto|licy|memb|nts |pupi|stud|tena",
    ("2 |3 |4 |5 |6 |7 |8 |9 |eigh|five|four|just|nine|nly |one |seve|six |thre|two "),
    "one|our|the",
    ("affe|aken|comp|copi|drai|empt|esse|expo|hit|iewe|leak|lost|miss|ownl|pene|read|seen|sent|stol"),
    ("acco|ailb|ard |ards|assp|clie|cust|ecor|ers'|file|hous|inbo|lapt|lett|lici|ones|phon"),
    ("2 |3 |4 |5 |6 |7 |8 |9 |a co|a ha|eigh|five|four|half|nine|one |seve|six |thre|two "),
    "a co|a fe|a ha|a pa|a tr|five|four|thre|two |wo o",
    ("chil|clea|cust|empl|engi|gues|kids|llea|ontr|orke|peop|shop|sito|staf|tena"),
    (" boa|insi|n it|out|roof|stuc|ther|trap|unac|up t|wait|wn t"),
    (" a c| a h| a t| thr|a pa|e tw|ere'|four|h tw|is t|th f"),
    ("chil|clea|cust|empl|engi|gues|kids|llea|ontr|orke|peop|sito|staf"),
    (" thr|a ha|a me|bare|e or|l bu|ll e|ne e|nted|t on|t tw|unt |ut a"),
    "casu|d dr|ed m|ed w|he i|llea|vict",
    (" amp| cri| fig| lif| los| nev|ay n|coma|er w|n a |ose |para|se a|se b|se h|st b|st h"),
    "boy |girl|ild |kid |lad |lass|pupi|stud|teac|todd",
    " cla| roo|clas|form|grad|p|room|year",
    " wen|en d|es d|me d|wn w",
    (
        "ashi|bari|boy|chap|clea|cler|cook|driv|e te|girl|g"
        "uar|guy|he|lad|lass|llea|man|nage|nurs|of o|of u|o"
        "meb|omeo|rece|teac|temp|tern|woma"
    ),
    (
        ". co|anxi|asth|burn|chic|chol|covi|deng|depr|diab|"
        "e.co|eart|eats|epil|flu|fros|hepa|hypo|infl|legi|m"
        "ala|meas|meni|mump|ncer|noro|oncu|pani|pneu|ptsd|r"
        "eak|salm|scar|seiz|seps|shin|tb|trok|tube|whoo"
    ),
    ("as a|as t|caug|ff w|got |had |has |ick |in h|ll w|test|trea"),
    "doct|e ho|medi|nurs|para|surg",
    "her |his |thei",
    (
        "ankl|arm|back|ear|eye|face|fing|foot|hand|head|hip"
        "|jaw|kidn|knee|leg|life|live|lung|neck|pelv|rib|sh"
        "ou|sigh|skul|spin|toe|wris"
    ),
    "her |his ",
    (
        "ankl|arm|asth|back|biop|bloo|burn|cond|depr|diab|d"
        "iag|doct|ear|esul|eye|face|feve|fing|foot|hand|hea"
        "d|hera|hip|inha|insu|jaw|kidn|knee|leg|lerg|live|l"
        "ung|medi|ncer|neck|oper|pelv|pill|preg|rib|scan|se"
        "iz|shou|sigh|skul|spin|stit|surg|symp|test|toe|tre"
        "a|wris"
    ),
    (
        "blee|cons|ctin|depr|diab|drun|epil|erin|ff s|igne|"
        "in h|in r|in s|lerg|n a |n di|n me|n ox|n si|n tr|"
        "nten|on c|on i|oper|preg|reat|seda|sobe|stab|unco|"
        "utis|ward"
    ),
    " had| was|he |he's|she'",
    "お子さん|両親|同居|夫|奥さ|妻|子ども|家族|配偶者",
    "スタッフ|店員|従業員|感染者|本人|社員|職員|運転士|陽性者",
    "保育園|勤め|学校|幼稚園|感染|施設|病院|発生|発症|通って|陽性",
    (
        "うつ|おたふく|がん|ぜんそく|てんかん|はしか|やけど|アナフィ|アレルギ|インフル|コロナ|ノロ"
        "|パニック|ヘルニア|下痢|不眠|中毒|二日酔|人工呼吸|依存|入院|切迫|吐い|喘息|嘔吐|妊娠|"
        "寝てい|徹夜|心筋|心臓|意識|手術|打撲|持病|捻挫|既往|服用|服薬|水ぼうそ|流産|無呼吸|熱"
        "傷|発作|発熱|白血病|眠って|睡眠|糖尿|結核|縫|脱臼|脳|腫瘍|腰痛|薬物|血圧|診断|認知症"
        "|貧血|透析|通院|連勤|過労|適応障害|酒|陽性|障害者手|集中治療|骨折"
    ),
    (
        "おじいさ|おばあさ|お子さん|お母さん|お父さん|ご主人|コーチ|主任|乗務員|代の|係の子|係長|"
        "保育士|兄|先生|受け持ち|受付の|同居|営業の|園長|夜勤の|夫|奥さ|女の子|妹|妻|姉|娘|家"
        "族にも|店長|弟|当番の|彼|息子|担任|担当の子|新人|本人|機長|母親|派遣の|添乗員|父親|男"
        "の子|監督|看護師|祖母|祖父|組の子|経理の|総務の|課長|調理員|運転士|運転手|選手|部員|部"
        "長|配偶者"
    ),
    "していた|だった|の",
    ("つぶ|はさま|ひねっ|ひび|やけど|切断|失い|失っ|打ち|打っ|折っ|折り|折れ|挟ま|捻|痛め|縫|負傷|骨折"),
    ("あばら|ひざ|手の|手首|指|歯|目を|肋骨|肩|背中|背骨|胸|腕|腰|腹|膝|足|鎖骨|頬|頭|顔|首の|骨を|骨盤"),
    "アルバイ|スタッフ|パート|レジ|作業員|係の|店員|従業員|担当の|社員|職員",
    ("かかっ|せきが|体調|倒れ|入院|吐|咳が|感染|手術|検査の結|検査を待|熱が|熱を出|発症|罹患|陽性"),
    "かねて|もともと|元々|先月から|入社前か|前から|数年前か|日頃から|昔から|普段から",
    "人|名",
    "人のうち|人の従業|人の社員|人中|名のうち|名の従業|名の社員|名中",
    "am m|empl|llea|orke|staf",
    " of |of o|of t|ut o",
    "あと|のこり|残り",
    "さんにん|ひとり|ふたり|数人",
    "ひとり|ふたり",
    "けが|やけど|亡くな|倒れ|入院|搬送|死亡",
    ("ひとりけ|ひとりだ|ひとりケ|ひとり入|ひとり返|ひとり連|ふたりけ|ふたりだ|ふたりケ|ふたり入|ふたり返|ふたり連"),
    "安否|未登録|返信|連絡",
    "影響|流出|被害",
    "お客さま|お客様|取引先|顧客",
    "社",
    "けが|やけど|ケガ|体調|倒れ|取り残|宿泊|手当|打撲|捻挫|残って|煙を吸|避難所|骨折",
    "apar|exce|l bu|nly |stil",
    (" are| emp| hav| in| mis| of| out| peo| rem|,|.|;|insi|llea|staf"),
    "acco|ecor",
    "clie|cust|staf|user",
    (
        "appr|asse|clea|driv|empl|engi|erns|guar|gues|llea|"
        "man|memb|men|nurs|ontr|oper|orke|othe|pati|peop|pe"
        "rs|rew |sito|staf|tech|tern|woma|wome"
    ),
    "insi|left|miss|not|stil|unac|wait|yet",
    "けが人|怪我人|感染者|死者|行方不明|負傷者|軽傷者|重傷者|陽性者",
    "0|1|2|3|4|5|6|7|8|9|一|七|三|九|二|五|八|六|四",
    (
        "けいれん|けが|不明者|体調を崩|体調不良|倒れ|入院|取り残さ|安否|怪我|意識不明|感染|搬送|"
        "死亡|死傷|死者|発熱|行方不明|被災|負傷|軽傷|連絡が取|連絡の取|重体|重傷|閉じ込め|陽性"
    ),
    ("お客様|アルバイ|スタッフ|パート|乗務員|作業員|利用者|実習生|従業員|患者|来訪者|派遣|社員|職員|警備員|運転手"),
    "of m|of o",
    (
        "appr|asse|clea|crew|driv|empl|engi|erns|guar|gues|"
        "lads|llea|man|memb|men|nurs|ontr|oper|orke|othe|pa"
        "ti|peop|pers|rew |shif|sito|staf|team|tech|tern|wo"
        "ma|wome"
    ),
    (
        "brou|burn|chok|dead|died|fain|fell|ff s|hurt|ill|i"
        "n h|infe|inha|inju|ken |miss|o th|olla|posi|reat|r"
        "ush|sick|slip|stuc|tali|test|trap|uate|unac|unwe|w"
        "oun"
    ),
    ("ache|ar f|eard|get |got |look|ng o|race|reac|sear|wait"),
    ("casu|dead|deat|fata|hurt|infe|inju|juri|kill|miss|nfir|posi|tali"),
    "empl|llea|memb|of o|orke|staf",
    "代|歳",
    "女|従業員|男|社員|職員",
    "女性|従業員|男性|社員|職員",
    "empl|fema|male|man|orke|woma",
    ",|0s|aged|fift|fort|sixt|thir|twen",
    " yea|-yea|ar o",
    "empl|engi|fema|male|man|orke|staf|woma",
    "階",
    "f",
    "ビルb|棟b|館b",
    "loor",
    ("fift|firs|four|grou|nd|nint|rd|seco|seve|sixt|st|tent|th|top"),
    "evel|loor",
    "号室",
    "会議室",
    "サーバー|サーバ室",
    "電算室",
    "応接室",
    "守衛室",
    "役員室",
    "社長室",
    "給湯室",
    "電気室",
    "機械室",
    "休憩室",
    "更衣室",
    "仮眠室",
    "薬品庫",
    "資材置き",
    "ロッカー",
    "番ゲート|番シャッ|番ドック|番バース|番ピット|番ヤード|番ロッカ|番倉庫|番搬入口|番金庫",
    "屋上ヘリ",
    "棟",
    "塗装ライ",
    "bay|eeti|erve|gate|lab|onfe|room|suit",
    (
        " uni|behi|besi|car |erve|in b|in h|in w|insi|load|"
        "n bl|ntro|ocke|oile|plan|reak|rth |solv|sout|st e|"
        "st l|st s|st w|stai|west|xt t"
    ),
    "〒",
    "丁目",
    "番地",
    "番",
    "区|市|村|町|郡",
    "-|の|番",
    "osta|ostc|zip",
    "で寝|で待|にいま|に入院|に搬送|に泊|に移し|に置き|に避難し|に集",
    "けが人|みんな|スタッフ|作業員|全員|対策本部|従業員|現地本部|社員|職員|自宅|負傷者|避難者",
    (
        "センター|パーキン|ホテル|ホール|ロビー|中庭|会議室|体育館|倉庫|公園|境内|屋上|旅館|病院"
        "|神社|空き地|裏口|裏手|講堂|車庫|食堂|駐車場"
    ),
    (
        "グラウン|ホールで|ホールに|ロビーで|ロビーに|中庭で|中庭に|会議室で|会議室に|体育館で|体育"
        "館に|倉庫で|倉庫に|公園で|公園に|屋上で|屋上に|広場で|広場に|裏口で|裏口に|裏手で|裏手に"
        "|講堂で|講堂に|車庫で|車庫に|食堂で|食堂に|駐車場で|駐車場に"
    ),
    "みんな|スタッフ|全員|従業員|社員",
    "寝て|待って|待機|過ごし|避難|集ま",
    "対策本部|搬送先が|搬送先は|搬送先を|現地本部|避難先が|避難先は|避難先を|集合場所",
    "です|に移|に置|に設|センター|ビル|ホテル|病院",
    ("の下で集|の下に集|の前で集|の前に集|の横で集|の横に集|の裏で集|の裏に集|わきで集|わきに集|脇で集合|脇に集合"),
    "保管庫で|保管庫に|倉庫で|倉庫に|寮で|寮に|社宅で|社宅に|資材置き",
    "うち|弊社|当社",
    "am i|eryo|hey'|one'|rew |staf|we a|we'r",
    (
        " bui| hal| hot| roo|ackr|areh|atti|back|base|boar|"
        "bunk|cafe|cant|car |chap|east|ella|gara|gym|hote|l"
        "oad|lobb|loor|nort|orer|park|roof|sout|stoc|tore|w"
        "est"
    ),
    " beh| und|at t|in t|on t",
    "gath|must|ssem",
    "at|behi|by|in|is|near|on|outs|oved|to",
    (
        " ass| hid| sle| wai|'re |'rea|'reg|'reh|'res|'rew|"
        "areg|areh|ares|arew|e as|e ga|eass|erin|gath|hidi|"
        "is g|is w|isga|ishi|issh|issl|isst|iswa|s as|s hi|"
        "s sh|s sl|s st|sass|slee|ssem|tayi|wait"
    ),
    "crew|empl|eryo|llea|staf|team|we",
    "at|behi|in|on|unde",
    "任せた|依頼した|手配した|発注した|頼んだ|願いした",
    "、|が|で|に|の|は|も|を",
    "いただい|いる|くださっ|くれてい|もらって",
    (
        "つないで|任せて|作って|使わせて|供給して|借りて|入れて|動かして|印刷して|守って|届けて|担"
        "って|掃除して|支えて|洗って|点検して|焼いて|直して|管理して|納めて|組み立て|見て|貸して|"
        "運んで|運営して|預かって|頼んで|願いして"
    ),
    (
        "インダス|エンジニ|エージェ|カンパニ|キャリア|クリエイ|ケータリ|コミュニ|コーポレ|ゴム|シス"
        "テム|スタッフ|ステムズ|セメント|ソフト|ソリュー|テクノ|テック|テレコム|データ|ネットワ|ハ"
        "ウス|バルブ|パッキン|ファクト|ファーム|フーズ|プランニ|ベアリン|ペイ|ホーム|メンテナ|モー"
        "ター|ラボ|リネン|リンク|リース|レンタル|ロジ|ワークス|不動産|乳業|住建|光学|化学|化成|"
        "印刷|商事|商会|商店|土木|地所|塗料|塗装|工業|建設|急便|損保|染工|梱包|樹脂|機工|機械"
        "|水産|水道|汽船|海運|清掃|牧場|物流|物産|産業|硝子|精密|精工|精機|精肉|紙業|紡績|組"
        "合|繊維|自動車|興業|薬品|製パン|製作所|製粉|製紙|製菓|製薬|製造所|製鉄|製鋼|製麺|計器"
        "|計装|設計|証券|警備|農園|通運|運輸|運送|酒造|醸造|金属|鉄工|鋼業|電器|電子|電工|電"
        "機|電設|青果|食品"
    ),
    "メーカー|会社(|会社「|先(|先「|問屋(|問屋「|業者(|業者「",
    ")|」",
    "さんを経|さん経由|社を経由|社経由",
    (
        "下請|仕入れ元|仕入れ先|仕入元|仕入先|供給元|依頼先|保守先|元請|協力企業|協力会社|協力工場"
        "|卸元|取引先|問屋|外注先|外部委託|委託先|孫請け|提携先|派遣元|発注先|納入元|納入先|製造"
        "元|調達元|調達先|運営元|運送元|開発元"
    ),
    "、|である|の",
    (
        "がミス|が不具合|が倒産|が壊れ|が故障|が浸水|が混入|が破損|が落と|が被災|が誤|が遅れ|でミ"
        "ス|で不具合|で倒産|で壊れ|で故障|で浸水|で混入|で破損|で落と|で被災|で誤|で遅れ|のミス|"
        "の不具合|の倒産|の壊れ|の故障|の浸水|の混入|の破損|の落と|の被災|の誤|の遅れ"
    ),
    "のメーカ|の会社|の工場|の業者|の職人",
    (
        "作いてい|作ってい|作ている|作んでい|刷いてい|刷ってい|刷ている|刷んでい|削いてい|削ってい|"
        "削ている|削んでい|塗いてい|塗ってい|塗ている|塗んでい|染めいて|染めって|染めてい|染めんで|"
        "洗いてい|洗ってい|洗ている|洗んでい|焼いてい|焼ってい|焼ている|焼んでい|納めいて|納めって|"
        "納めてい|納めんで|組み立て|縫いてい|縫ってい|縫ている|縫んでい|詰めいて|詰めって|詰めてい|"
        "詰めんで|造いてい|造ってい|造ている|造んでい|運いてい|運ってい|運ている|運んでい|鋳いてい|"
        "鋳ってい|鋳ている|鋳んでい"
    ),
    "が|で|に|の|は",
    ("による交|による保|による修|による取|による復|による消|による清|による納|による補|による設|による警|による配"),
    "いち早く|すでに|事前に|個別に|先に|内々に|別途|既に",
    "さまに|さまへは|さんに|さんへは|様に|様へは|社に|社へは",
    "おわび|お伝え|お詫び|出荷|報告|届け|案内|知らせ|納め|納品|説明|連絡",
    "さまをは|さまを含|さまを始|さんをは|さんを含|さんを始|様をはじ|様を含む|様を始め",
    ("big |blue|erta|famo|glob|hous|impo|larg|lead|majo|well"),
    "affe|back|erve|firs|hit|paid|prio|told",
    " get| go | goe| was|as b|come|l be|s se",
    ("さまのと|さまのラ|さまの分|さまの工|さまの注|さまの納|様のとこ|様のライ|様の分|様の工場|様の注文|様の納期"),
    ("くださっ|ってくれ|使ってい|取引して|契約して|導入して|採用して|注文して|発注して|買ってい|買ってく"),
    "お客様の|受注先|契約先|客さまの|得意先|発注元|納入先|納品先|顧客",
    (
        "社から|社が|社さまか|社さまが|社さまと|社さまに|社さまの|社さまは|社さまへ|社さま向|社さま"
        "製|社さんか|社さんが|社さんと|社さんに|社さんの|社さんは|社さんへ|社さん向|社さん製|社と|"
        "社に|社の|社は|社へ|社向け|社様から|社様が|社様と|社様に|社様の|社様は|社様へ|社様向け|"
        "社様製|社製"
    ),
    (
        "あるメー|ある企業|ある取引|ある大手|ある官庁|ある病院|ある省庁|ある社|ある自治|ある銀行|あ"
        "る顧客|某メーカ|某企業|某取引先|某大手|某官庁|某病院|某省庁|某社|某自治体|某銀行|某顧客"
    ),
    (
        "大手コン|大手スー|大手ゼネ|大手ドラ|大手メー|大手商社|大手外食|大手家電|大手小売|大手損保|"
        "大手生保|大手町|大手自動|大手航空|大手薬局|大手証券|大手通信|大手銀行|大手電機|大手食品|大"
        "手飲料"
    ),
    (
        "向けのシ|向けのデ|向けの便|向けの出|向けの品|向けの商|向けの回|向けの注|向けの納|向けの荷|"
        "向けの装|向けの製|向けの車|向けの部|向けシス|向けデー|向け便|向け出荷|向け品|向け商品|向け"
        "回線|向け注文|向け納品|向け荷物|向け装置|向け製品|向け車|向け部品"
    ),
    "信金さま|大学さま|学校さま|市役所さ|病院さま|県庁さま|銀行さま|高校さま",
    (
        "さまから|さまが|さまと|さまに|さまの|さまは|さまへ|さまも|さまを|さま分|さま向け|さんから"
        "|さんが|さんと|さんに|さんの|さんは|さんへ|さんも|さんを|さん分|さん向け|様から|様が|様"
        "と|様に|様の|様は|様へ|様も|様を|様分|様向け"
    ),
    (
        "区役所さ|区役所の|区役所様|大学さま|大学の|大学様の|市役所さ|市役所の|市役所様|消防本部|用"
        "金庫さ|用金庫の|用金庫様|町役場さ|町役場の|町役場様|病院さま|病院の|病院様の|県庁さま|県庁"
        "の|県庁様の|銀行さま|銀行の|銀行様の|高校さま|高校の|高校様の"
    ),
    "カルテ|データ|レセプト|住民票|分|受注|名簿|帳票|年金|戸籍|注文|税|端末",
    "afte|beca|sinc|when",
    ("brok|cut|did|ed|had|has|left|lost|made|put|sent|sold|uilt|went"),
    (
        "act |aint|ased|blam|boug|came|clea|de b|depe|dled|"
        "end |es f|guar|hire|host|iced|lied|me f|nage|ng o|"
        "nsta|oper|prov|reli|rent|sour|staf|subc|uilt|un b|"
        "utso|vere|wait|writ"
    ),
    ", wh",
    "or u|our |r ou|to u|us",
    "that|whic|who ",
    (" fol| guy| lot|agen|bank|comp|e ag|e ba|e pe|e te|firm|folk|guys|he o|host|lot |ones|ontr|outf|peop|team"),
    " our| us|or u",
    (" cut| dro| let| mis| pul| ran| sli| tel| tol| und| wen|as s|botc|endi|fixi|forg|is w|ng o|prom|s se|sent|verr"),
    (" fol| guy|comp|e ag|e pe|firm|he o|lier|ontr|whic|who"),
    ", ",
    (
        "aint|ansl|answ|buil|cate|clea|deli|empl|feed|guar|"
        "hand|hire|host|make|mode|move|nage|ook |oper|pay|p"
        "ick|pply|prin|proc|prov|rent|run|serv|ship|supp|to"
        "re|uilt|use|writ|wrot"
    ),
    "arts|deli|der |load|pall|rs f|rs t|ship",
    " ahe| bef| pri|firs",
    (" dea| job| ord| shi| sit|acco|act'|acts|der'|ite'|ites|ontr|ores|proj"),
    (" and| are| get| goe| has| is| was| wer| wil|,|.|come|firs"),
    " get|is t|l ge|rece|to g",
    "comp|cred|disc|prio|refu|repl|unds",
    (" bou| buy| get| hit| sti| thr| tol| wai|as h|comp|dere|firs|goe |hard|igne|is w|pays|s st|thei|ve b|wors"),
    "°",
    "n|s",
    "e|w",
    " |&|,|/|;|、",
    "北緯|南緯|緯度",
    "東経|経度|西経",
    ".|度",
    "lat",
    " |:|=",
    "w3w|what",
    " |:|は",
    "///",
    "+",
    "grid|mgrs|utm",
    " |:",
    "a|b|c|d|e|f",
    "ssh-",
    "arn:",
    "sha1|sha2|sha5",
    "0x|bc1|i-0",
    "otpa",
    "jses|phps|sess|sid=|toke",
    (
        "-api|-app|-db|-dc|-dev|-fs|-fw|-gw|-k8s|-lb|-mai|-"
        "nod|-prd|-pro|-srv|-stg|-svr|-sw|-vm|-web|_api|_ap"
        "p|_db|_dc|_dev|_fs|_fw|_gw|_k8s|_lb|_mai|_nod|_prd"
        "|_pro|_srv|_stg|_svr|_sw|_vm|_web"
    ),
    "#",
    "かぎ|カギ|カードキ|スペアキ|パスワー|マスター|リモコン|入館証|合言葉|暗証|通行証|鍵",
    (
        "すき間に|すき間へ|そばに|そばへ|ふせんに|ふせんへ|わきに|わきへ|タイヤに|タイヤへ|ダッシュ"
        "|ホワイト|ポストに|ポストへ|マットに|マットへ|メーター|上に|上へ|下に|下へ|中に|中へ|付"
        "せんに|付せんへ|奥に|奥へ|室外機に|室外機へ|引き出し|棚に|棚へ|植え込み|横に|横へ|消火器"
        "に|消火器へ|消火栓に|消火栓へ|看板に|看板へ|箱に|箱へ|脇に|脇へ|表札に|表札へ|裏に|裏へ"
        "|鉢に|鉢へ|陰に|陰へ|隙間に|隙間へ|黒板に|黒板へ"
    ),
    ("あり|かけ|しま|つる|はさ|ぶら|メモ|入って|入れ|吊|埋|挟|掛け|書いて|渡して|置|貼|隠|預け"),
    "assc|assw|badg|code|comb|fob|key|padl|pin|remo",
    (
        " boa| box| dra| hoo| pot| whi|abov|angi|angs|behi|"
        "bene|e me|e ti|hidd|insi|ives|kept|left|lies|ockb|"
        "ored|ost-|pinn|sits|stic|stuc|tape|tuck|unde|wait|"
        "writ"
    ),
    "キーワー|パスコー|パスワー|ワードが|ワードは|ワードを|合言葉|暗証|秘密の言",
    "「",
    "idと|idも|logi|グインと|グインも|ユーザと|ユーザも|ユーザー|ユーザ名",
    "assw|assは|assも|ordは|ordも|pass|pw|パス|ワードは|ワードも",
    "アクセス|入室コー|入館コー|参加コー|招待コー|登録コー|確認コー|管理コー|認証コー",
    "give|how |o th|say |tell",
    "atek|fron|gate|guar|oorm|rece|rter|secu|staf",
    "\"|'|「",
    ("ass |assc|assp|assw|eeti|invi|join|om c|ord,|ord:|rd i|sess|ss c"),
    "eams|meet|webe|zoom|ミーティ|会議",
    "conn|get|igne|log|sign",
    " as | usi| wit",
    (" / | and| pas| pw | usi| wit|, an|, pa|, pw|, us|, wi|ass |nd t|rd t|th t|then"),
    "pw|パス|合言葉|暗証",
    "id|アカウン|ユーザ|仮|共用|共通|利用者|臨時",
    "ゲート|シャッタ|テンキー|ドア|ボックス|口|扉|暗証|番号|金庫|錠|鍵|門",
    "で|と|の順|を",
    "いち|きゅう|く|ご|さん|し|ぜろ|なな|に|はち|まる|よん|れい",
    (
        "予備のバ|予備の照|予備の発|予備の電|予備バッ|予備照明|予備発電|予備電気|予備電池|予備電源|"
        "備え付け|自家のバ|自家の照|自家の発|自家の電|自家バッ|自家照明|自家発電|自家電気|自家電池|"
        "自家電源|非常用の|非常用バ|非常用照|非常用発|非常用電"
    ),
    "なくな|もたな|切れ|尽き|持たな|止まりま|限界",
    "反応しな|感知しな|映らな|検知しな|素通|見落と|読み取ら|鳴らな",
    "カメラ|ゲート|センサー|レーダー|探知機|改札|検査機|機械|装置|読み取り",
    (
        "2段階|2要素|edr|ids|vpn|waf|イルス対|オートロ|カメラ|ゲート|セキュリ|センサ"
        "ー|バックア|パッチ|ファイア|フィルタ|ログ|ワンタイ|ワードの|ワード入|ワード確|二段階|二要"
        "素|修正プロ|入退室|多要素|守衛|対策ソフ|巡回|手荷物検|持ち物検|控え|施錠|更新プロ|本人確"
        "認|検知|監視|見回り|見張り|記録装置|警備|警報|追加の認|追加認証|金属探知|防犯"
    ),
    (
        "ありませ|いていな|か月前|けていな|していな|だけが|だけで、|だけです|だれでも|ついてい|でき"
        "てい|できてお|なく、|なくな|のまま|ゆるめ|れていな|一部だけ|付いてい|入ってい|入りきっ|入"
        "り切っ|切って|切らし|切れて|利か|効か|動いてい|動いてな|半分|取ってい|取れてい|古い|古か"
        "った|古すぎ|壊れ|外して|外れて|届かな|届きま|年前|後回し|手が回|手薄|故障|映ってい|映っ"
        "てな|映ら|最後で|期限切れ|未対応|未導入|未適用|止まって|止めて|死角|残してい|残ってい|版"
        "が古|省いて|省略し|素通し|素通り|緩め|行きわた|行き渡っ|見送って|記録でき|誰でも|足りてな"
        "|足りな|足りま|追いつい|録れて|録画でき|間に合っ"
    ),
    "いつもの",
    ("カードが|カードな|カード無|ワードが|ワードな|ワード無|番号がな|番号なし|番号無し|証がなく|証なしで|証無しで"),
    " shu|er c|ocke|ot c|ot s|rare|seld",
    ("ate'|ates|ck a|cks |cks'|gate|hatc|k is|lock|ndow|ock'|oor |oor'|oors|ors'|shed|te a|te i"),
    "alwa|left|ll o|ll u",
    "ate'|ates|gate|hatc|oor |oor'|oors|ors'|te a|te i",
    "dial|en o|ken |set |urne",
    ("alar|arm |cks |eck |ecks|filt|irew|lock|moni|scan|sens"),
    "down|low|off|to",
    "ched|en o|left|taki|tchi|urne|urni",
    ("alar|came|chec|code|ecks|erif|fact|filt|ign-|igni|irew|lock|log-|logg|logi|moni|prot|scan|step"),
    ("bypa|d al|d ou|isab|lift|loos|paus|rela|skip|uspe|waiv"),
    ("alar|auth|came|chec|ecks|erif|fact|filt|ign-|igni|irew|lock|log-|logg|logi|moni|patr|scan|scre"),
    "ack-|acku|batt|cy p|dies|fuel|gene|ups",
    (
        " ano| lef|ay m|ay w|il a|last|ll a|ll l|nly |or j|"
        "r ab|r wo|rs l|rs m|runs|till|un d|un l|un o|unti|"
        "ur m|won'|wort|y le|ys l|ys m"
    ),
    (
        "2fa|acku|alar|anti|ates|badg|bag |came|cctv|dete|e"
        "dr|fenc|guar|id c|irew|lock|logg|logs|mfa|moni|mul"
        "t|one-|patc|patr|scan|seco|secu|sens|ss c|te f|two"
        "-|urns"
    ),
    (
        " thu| wee|aile|aren|bar |blin|brok|bypa|cks |dead|"
        "does|don'|down|er y|eren|eryt|es h|expi|ff d|fini|"
        "go h|goe |half|il f|il m|isab|isn'|k of|knoc|l tu|"
        "l we|laps|lift|mont|neve|nly |not |of d|off|open|o"
        "t b|ot c|ot r|ot w|ot y|r be|rela|shor|skel|thin|t"
        "ret|unma|uspe|ve a|wasn|week"
    ),
    "it b|it h|it o|it s",
    "our |the ",
    " are| by| is| nea| sit|,|.|stan",
    "出火場所|漏れた場|火元は|爆発した|爆発しの|爆発し場|発生場所|見つかっ",
    "あたり|ロッカー|付近|側|奥|室|庫|机|棚|槽|横|炉|盤|脇|裏|配管|階|隣",
    "室の|庫の|棟の|槽の|炉の|盤の",
    "北側|南側|向かい|奥|手前|東側|横|真上|真下|脇|裏|西側|角|隣",
    "棚番号",
    "号、|号から|号と|号室",
    "イン|ホテル|宿|寮|旅館",
    ("acku|cash|chem|drug|ecor|erve|expl|fuel|gene|gold|medi|samp|spar|stoc|supp|tape|valu|weap"),
    (" hid|is h|is k|lie |lies|ocke|ored|re h|re k|s hi|s lo|s st|sit |sits|stac|stan"),
    ("abov|at t|behi|belo|bene|besi|in o|in t|insi|n a |n an|on a|on o|on t|r ou|t a |t an|t ou|unde|xt t"),
    (
        " ais| bay| beh| bes| cag| cor| des| lef| rac| rig|"
        " row| sou| wes|, ai|, at|, ba|, be|, by|, de|, in|"
        ", lo|, ne|, on|, ra|, ri|, ro|, sh|by t|e ba|e ea|"
        "he n|helf|ocke|xt t"
    ),
    (
        "aisl|anga|bay |bert|bloc|cabi|cage|cubi|desk|dock|"
        "end |evel|gate|hall|hatc|helf|loor|manh|nit |ocke|"
        "oom |oor |pier|pod |rack|rise|row |shed|silo|stai|"
        "stal|suit|tank|vaul"
    ),
    "fift|firs|four|last|midd|seco|thir",
    ("bay |cabi|cage|cubi|desk|helf|iner|ndow|ocke|oom |oor |rack|row |stal"),
    "at|by|from|on|past|to",
    ("bag|body|bomb|box|crac|devi|enve|fire|intr|leak|pack|parc|powd|ruck|smok|suit|wire"),
    (
        "ailr|base|bike|cant|car |corr|cupb|desk|east|eeti|"
        "elev|erve|evel|gate|il r|kitc|lab|lift|load|lobb|l"
        "oor|nort|ocke|oile|orer|orks|plan|rchi|rece|roof|s"
        "out|stai|toil|tore|troo|west"
    ),
    (
        " at | beh| bel| bes| by | fro| in | nea| on | und|"
        "abov|ar o|at t|by a|by o|by t|in o|in t|insi|m ou|"
        "n a |om a|om t|on o|on t|outs|t a |t ou|xt t"
    ),
    "bed |beds|ms i|om a|om i|oom |ooms",
    ("ady |arra|book|held|ld f|llea|rese|rew |set |staf|wait"),
    "at |in ",
    ("gues|hilt|host|hote|ibis|inn|lodg|marr|mote|novo|sher"),
    "crew|e te|empl|exec|fami|llea|r pe|staf",
    (" apa|er d|er h|er p|flat|hous|ir a|ir d|ir f|ir h|ir p|is d|is h|is p|mily|r ad|r fl|s ad|s ap|s fa"),
    (" ave| gar| hil| lan| mew| rd| roa| row| squ| st| ter| vie| wal| way|clos|cour|cres|driv|grov|park|plac|stre"),
    "イン|ホテル|保養所|宿舎|寮|旅館|民宿|研修所|荘",
    ("乗務員|出張者|家族|帰宅でき|役員|従業員|応援の方|応援の班|応援の者|応援方|応援班|応援者|社員|職員"),
    "-|~|から|で休|で待|で泊|と|に入|に宿|に手配|に泊|に用意|に確保|に部屋|に集|号室",
    "つ目|列|台目|号棟|号機|本目|段目|番ラック|番扉|番棚|番目|番通路",
    "あたり|ドア|ラック|ロッカー|付近|列|席|弁|扉|机|柱|棚|段|盤|箱|装置|設備|配管",
    "、|か|で|に|の",
    (
        "パトロー|ロールが|ロールは|ロールも|夜回りが|夜回りは|夜回りも|夜回りを|巡回が|巡回は|巡回"
        "も|巡回を|巡視が|巡視は|巡視も|巡視を|見回りが|見回りは|見回りも|見回りを"
    ),
    "しか|だけ|のみ|休|回|時|減ら",
    "あと|残り|残量",
    "備蓄|灯油|燃料|発電機|自家発|軽油|重油|電池|非常用電",
    "%|l|リットル|割|日|時間|本|缶",
    ("alar|ates|badg|came|cctv|gate|hutt|lock|oodl|sens|urns"),
    ("blin|brok|dark|dead|down|ecor|isab|ixed|mann|ocke|off|orki|out|unpl"),
    (" had| has| hav| is | isn| wil|are |aren|as n|aven|hasn|illn|is n|l no|re n|ve n"),
    " gua|guar|patr|secu|unds",
    "at |just|once|only|twic|very",
    (" are| che| doe| is| run| wal|alks|come|do r|ecks|me b|runs|sses"),
    "batt|dies|fuel|gene|ups|vy o",
    " tan|left|of f|rema|to g",
    " gal| hou| lit|%|day|gall|hour|hrs|lite|litr",
    "ack-|acku",
    " sam",
    (" pat| rot|aded|en c|en p|er c|er p|er u|hard|n te|n up|n't |ot b|ot h|ot r|ot t|ot u|r te|t ch"),
    " in | sin|for ",
    "{{",
    "}}",
    "{%",
    "%}",
    "○○|○〇|〇○|〇〇",
    "hh:m|lore|tbd|todo|xx:x|yyyy",
    "[dat|[nam|[pla|[sit|[tim|[名前]|[場所]|[拠点]|[日時]|[時刻]",
    "月xx日",
    "xx時",
    "報でお知|報でご案|報でご連|報で公表|報で発表|報にてお|報にてご|報にて公|報にて発",
    "あらため|改めてお|改めてご",
)
"""Pieces, set apart by bars, of which a text must hold one."""

BRANCHES = {
    "005b68abb0797ff6": ("99:1064,1065 267:1066,1044 421:1066,1044 550:1044,1067"),
    "0069e374c47ee5b5": "467:",
    "0259cc8e1f928668": "130:973,974",
    "0379f52f0889d31b": (
        "426:871 518:872,873 740:874 865:875 1678:876 1761:"
        "877,878 2509:879,32 2583:880,550 2673:881,882,883 "
        "2730:884 2811:885 2843:886 2925:21,837 2986:837,55"
        "0 3021:887,888 3041:889,890 3100:891 3151:892"
    ),
    "045299d8c34e93cb": ("180:1181,1182 383:1183,1184 613:1185,1186 1017:1187"),
    "0863d4d8cd2d9f89": (
        "256:42,43,32 460:44,45 587:46,47 658:48 939:49 130"
        "3:50,51,52 1515:53,54,55 1878:56,57,58 2497:59,60,"
        "61 2762:62,63,64 3106:65,66 3341:67,68"
    ),
    "08a3e99f3477796b": ("54:816,13 205:817,13 814:818 1005:819 1219:13 1243:820 1305:821 1331:822"),
    "099a758e5a4fd40b": "165:971,32",
    "0a053c06c91be26d": (
        "114:1292,1293 231:1294,1295,1296 589:1297,1298,129"
        "9 782:1300,1301,1302 971:1303,1304,1305 1098:1306,"
        "1307 1369:1308,1309"
    ),
    "0aaab792f489b846": (
        "66:806 95:807,785 116:808 133:809,785 143:810 184:811 225:812,785 327:813,785,814 416:815,785,814"
    ),
    "0b58877c1145fab6": "161:775,776 279:777,778 467:779,780 526:",
    "0db4749de1bdfd43": "61:781 129:782",
    "0f2e3232a93e2972": ("135:905 304:906,32 367:907,785 563:908,909 661:910,911"),
    "0fdd9a9f48cee9fe": "35:185,186",
    "124ed2213d884f04": ("831:1068,1069,1070 1391:1071,1062,32 2214:1062,1070 2534:1072 2813:1073"),
    "1310316e943a3c63": "361:969,970",
    "16f7855acecd57ef": "97:1147,1148,1149 327:1150",
    "18d08ef3c38d100b": "148:166,167,168",
    "1a8439d98843ea2f": "240:213,214",
    "1b15504463f4adc7": "64:",
    "1b60905a053da838": "368:6",
    "1bacc550843d2d3e": "500:985,986",
    "1dfe709c05380a2a": "137:788",
    "1e45403f249507d9": (
        "194:1258,1259,1260 305:1261,1262 376:1263,1264 393"
        ":1265 456:1266,1267 802:1268,1269,1270 1224:1271,1"
        "272 1402:1273,1274,1275 2102:1276,1277,1278 2267:1"
        "279,1280,1281 2459:1282,1283 2738:1284,1285,32 290"
        "6:1286,1287,1288 3054:1289,1290,1291"
    ),
    "23a2079f357f1d9b": "298:964",
    "26236254bb1c8af2": "262:1212,1213,1214 683:1215,1216,32",
    "26426efc3bcbf6f9": "605:922",
    "28315609486eb76a": (
        "2:412 7:493 11:494 15:495 20:413 25:496 28:497 31:"
        "498 36:499 45:500 49:501 54:502 58:503 62:504 65:5"
        "05 69:506 76:507 82:508 86:509 89:510 92:511 95:51"
        "2 98:513 102:514 106:515 109:516 112:517 115:518 1"
        "18:519 121:398 126:391 130:520 136:521 140:522 144"
        ":523 148:524 153:525 158:526 167:527 174:528 181:5"
        "29 188:530 194:531 200:532 205:533 212:534 217:535"
        " 222:536 227:537 233:484 242:538 247:539 253:540 2"
        "60:541 265:542 272:543 277:544 282:545 291:546 299"
        ":473 307:547 312:548 318:549 323:550 327:551 333:5"
        "52 339:553 344:554 349:555 354:556 360:475 366:557"
        " 371:558 375:559 382:560 389:561 395:562 402:563 4"
        "10:564 416:565 422:566 433:477 446:567 456:568 464"
        ":569 477:556 483:570 491:571"
    ),
    "296ac0886487ad71": "488:37,38 623:39,40,41",
    "321e5b7e50f43bb2": "94:1081 130:1082 150:1083 276:1084,1085 428:1086",
    "33e60580d62efb12": "164:193",
    "346ce486f8749b48": "130:15,16,17",
    "34df667371a29fe7": "80:953,954,955 205:956,957",
    "354f0221a5bb1a26": ("90:830,831 131:832,833,834 151:835 192:836,837 264:838"),
    "389609bc4912e65b": "46:32",
    "38bdba7a2e059771": "282:1058,1059 515:1060,1061 1045:1062,1063",
    "3969f2d1dad5b160": "839:966,967",
    "397a25bb8559d433": "266:208,209,210 602:211,212",
    "3a06498e06ee5f47": "134:828",
    "3a0d9aad9606335b": (
        "2:305 5:306 8:307 11:308 14:309 17:310 20:311 23:3"
        "12 25:313 28:314 31:315 34:316 37:317 40:318 43:31"
        "9 45:320 49:321 52:322 55:323 58:324 61:325 64:326"
        " 67:327 70:328 73:329 77:330 80:331 83:332 86:333 "
        "89:334 92:335 95:336 99:337 102:338 105:339 108:34"
        "0 111:341 114:342 117:343 121:344 124:345 127:346 "
        "130:347 135:348 138:349 141:350 144:351 147:352 15"
        "1:353 154:354 157:355 160:356 163:357 166:358 169:"
        "359 172:360 175:361 178:362 181:363 184:364 188:36"
        "5 192:366 196:367 202:368 208:369 214:370 221:371 "
        "226:372 229:373 233:374 236:375 239:376 242:377 24"
        "6:378 249:379 252:380 255:381 258:382 261:383 264:"
        "384 269:385 273:386 277:277 280:387 283:388 286:38"
        "9 289:390 294:391 297:392 300:393 303:297 306:394 "
        "309:395 313:396 316:397 319:398 324:399 327:400 33"
        "1:401 336:402 339:403 344:404 348:405 351:406 356:"
        "407 361:408 365:409 370:410 373:411 376:412 381:41"
        "3 385:414 389:415 392:416 403:417 414:418 422:419 "
        "430:420 440:421 446:422 451:423 456:424 460:425 46"
        "5:426 471:427 481:428 491:429 496:430 505:431 510:"
        "432 516:433 526:434 532:435 539:436 545:437 550:43"
        "8 554:439 562:440 568:441 577:442 583:443 589:444 "
        "595:445 603:446 614:447 623:448 630:449 637:450 64"
        "4:451 652:452 660:453 666:454 675:455 681:456 691:"
        "457 696:458 701:459 708:460 716:461 724:462 729:46"
        "3 733:464 739:445 745:465 752:466 758:467 770:468 "
        "777:469 782:470 791:471 799:472 807:473 815:474 82"
        "1:475 828:476 839:477 846:290 852:478 859:291 866:"
        "292 873:479 879:480 887:481 894:482 901:483 909:48"
        "4 917:298 923:485 930:486 939:487 947:488 953:456 "
        "959:489 965:490 970:491 975:492"
    ),
    "3a363d6f5ecd0382": "88:786",
    "3add22d35ed36dfa": ("87:1235,1236 183:1237,1238 802:1239,1240 829:1241 873:1242"),
    "3b65d1e80c25b757": "70:846 110:847",
    "3c5cd1925cfacc73": "137:1154 561:1155,1156,1157",
    "3ebea24d1f3d3c34": "70:848 153:849,787,850 222:851 291:852",
    "401bec2ce55b5723": "56:247,10 224:923,10 287:10",
    "4498de17f4972766": "60:1319,916 90:1320",
    "4558314232bb975e": "371:785",
    "46a8c193392138e5": ("64:1074,1075 105:1074,1076 293:1077,1078 372:1079,1080"),
    "46c19f9b191756b8": "116:215,216 527:217,218,219 761:220,221",
    "47a87121ef988cd4": "3199:853",
    "4818b75b0a16442d": "177:1232,1233,1234",
    "4a25a2af0b019792": "62:933,926",
    "4a2fee74913fa53e": "127:1044",
    "4e69f773d2bc3ddf": "404:963",
    "50832664e1c0c4f4": "2632:855",
    "538b047ae0e627f8": (
        "399:69,70,71 753:72,73,74 812:75 988:76,77,78 1055:79 1190:80,81,82 1393:83,84,85 1537:86,87 2041:88,89"
    ),
    "57dac4d8e0121a6a": "62:802 129:13 180:803,804 247:803,805",
    "5af6cf41088b818b": "36:1211",
    "5d928e3f3613516f": "80:",
    "5e02f710b3cff893": ("449:722,723 512:724 563:725,726 599:727 675:728,729 748:730,731 782:732 885:733,734"),
    "6476404842eb330b": "53:965",
    "6484fd6017958adf": ("130:169,170 327:169,171,172 560:173,169,174 885:169,175,176"),
    "663fd96fe5e437e4": "266:932,931",
    "6687c6c414379400": "93:241,242,243",
    "6aed024a511ad29a": (
        "104:1158 686:1159,1140 1242:1160,1140 1294:1161 13"
        "42:1162 1421:1163 1495:1164 1546:1165 2101:1166,11"
        "40 2207:1167,1168"
    ),
    "6ba4b175b20f3a1e": "93:797,798 522:799",
    "70927b0e26599c0b": "314:842 575:843",
    "7261c3604863622d": "139:943",
    "731a5120e1f3c1a3": "110:11",
    "751df38bf471bd3d": "280:1151,1152,1153",
    "786ae038f9016e0b": "299:249,250",
    "79711c31c5004e46": ("130:789,790,791 218:792,13 285:793,13 314:794,13 353:795 396:796"),
    "7be7a942b6821c7c": "631:222,32",
    "7d242e6a6eb53657": ("4:1310 9:1311 13:1312 17:1313 45:1314 106:1315 155:1316 167:1317 171:1318"),
    "7d8655fb85cf83ef": "589:0",
    "7fae2aedf06f569a": "125:721",
    "8065c69de76fc41c": (
        "133:1033,1034,1035 641:1036,1037 1165:1036,1037,1038 1302:1039,1040 1418:1041,1042 1747:1043,1036"
    ),
    "817b41348de586e9": "83:161,162 173:163 216:164 240:165",
    "838b26506c040050": "1258:90,91,92",
    "845560be1df3c3f5": (
        "21:127 81:128,129 187:130 208:131 235:132 277:133 "
        "300:134 341:135 439:136 577:137,138 620:139 624:14"
        "0 636:141 655:142 663:143 668:144 676:145 690:146 "
        "726:147 738:148 765:149 789:150 856:151,152 898:15"
        "3 925:154 938:155 957:156 961:157 987:158 1001:159"
        " 1740:160"
    ),
    "8533700acf274505": "113:237,238 141:239,240",
    "859eedf66b3904d0": "227:829",
    "85c2932cc691cd40": ("175:1169,1170,32 566:1171 716:1172,1173,32 937:1174,1175,1176 1253:1177 1682:1178,1179,1180"),
    "87338b3275ddef80": (
        "220:989,990 426:989,991 439:992 452:993 458:994 49"
        "6:995 524:996 530:997 543:998 569:999 671:1000,100"
        "1 740:1002,1003 799:1004,1005"
    ),
    "877379b57a9f4b15": "180:",
    "877a8cb3736c9db3": (
        "59:1048,1044 93:1048,1049 141:1050,1051 176:1052 245:1053,1044 336:1054,1055,1056 432:1044,1057"
    ),
    "87d8703b27a35bd9": "84:962",
    "886d81078da73505": "541:977,978,979",
    "898fe83a558f5b32": "79:",
    "89c351c48430aa07": "111:13 257:1210",
    "8ba6a376f3b8a643": "2463:854",
    "8bdaa49ae6d4c6f9": "182:856 485:857",
    "8c10ebe028904ee1": ("16:1110 122:1111 154:1112 182:1111,1113 243:1114,1115 296:1116"),
    "8e4c3dcb14dcc594": "496:936",
    "8f72164653df61f7": "89:924",
    "8f7fcb9ac56b89ba": "196:980,981,982 260:983,984",
    "901215face3394f2": ("187:858 283:859 660:860 724:861,13 799:862,863 910:864,865 933:866 1020:867 1046:868"),
    "9588641faa019118": "103:785",
    "95e93aa03454a82c": (
        "27:1188,13,1189 83:1189,1190,32 241:13,1191 323:11"
        "88,1189 422:1192,1193,1194 474:1195,13,1196 540:11"
        "97,13,1198 587:1199,13 669:1200 799:1201,1202"
    ),
    "96d3aa554d34a579": "394:771,772 1043:773 1318:774",
    "96f9b96b4d390dd2": "76:1045,1044 205:1046,1047,32",
    "97b3176c2ca94db2": "301:987,988",
    "984820f7b7cd2ed0": "103:800 214:801",
    "986295fd5c096f1e": "44:823,824 164:825,826",
    "9880a51b4482e7a0": "151:945",
    "9a7d891450582ded": "226:",
    "9b1074020f90ce50": "305:929,930",
    "9b1a36bcf48ca04d": "288:931,930",
    "9e441b4eeff3f8de": (
        "204:1117,1118,1119 327:1120,1121,1122 405:1123,112"
        "4 447:1125 521:1126,1127 892:1128,1129,1130 996:11"
        "31,1132 1175:1133,1134,1135"
    ),
    "a1ae3c0f700f9431": "119:177,178,179 193:180,181",
    "a2008d20f251d9e6": "228:3,4",
    "a29a4a5ffca664a6": "203:767,768 323:769,770",
    "a3294946109fef60": "140:951,952",
    "a413f449b37406b6": ("27:785 48:912 88:566,913 124:914 161:915,397 198:916,397,917 253:918 354:919 428:920,921"),
    "a4b50604cca44e91": ("45:251 86:252 89:253 94:254 103:255 145:256,257,258"),
    "a5b14c2130ed4d48": ("196:24,25 230:26 312:27,28,29 634:30,31,32 925:33,34,35 1020:36"),
    "a7af86ac01bbb1e9": (
        "23:1087 50:1088 62:1088 69:1089 73:1090 77:1091 81"
        ":1092 85:1093 89:1094 93:1095 97:1096 101:1097 105"
        ":1098 109:1099 113:1100 117:1101 123:1102 135:1103"
        " 202:1104 210:1105 238:1106 244:1107 381:1108 725:"
        "1109"
    ),
    "a7cbced91f003d11": ("341:893 376:894 442:895 490:896,897 1689:898,899 1799:900 1932:901,902,32 2038:903,904"),
    "aa177a3c7147d640": "78:972",
    "ae62c184d5fa5961": "125:182,183 147:184",
    "af802890d33656c5": "135:7,8,9",
    "b01ec1f7afc71825": (
        "83:1136,216,1137 758:1138,1139,1140 871:1141,1142 903:1143 1555:1144,1140,1145 2152:1146,1140"
    ),
    "b2ceece95c97c66c": "612:958,959 960:960,961",
    "b301f9c1e8f4d9eb": (
        "241:1018,1019 422:1020,1021 708:1022,1023 1246:1024,1025 1545:1026,1027,1028 2005:1029,1030 2413:1031,1032"
    ),
    "b33d355f0b304567": ("227:735,736 455:737,738 593:739,740 694:741 734:742 782:743 822:744 1027:745,746"),
    "b587505a77f6255d": ("329:194,195,196 608:197,198,199 661:200,201 717:202,203 1068:204,205 1280:206,207"),
    "b6d76d5ecada44c2": ("87:785 199:1203 250:1204 292:1205,11 336:1206 417:1207 469:787 527:785 550:1208 616:1209"),
    "b6eb0b35ab94c23d": (
        "131:102,103,104 150:105 357:106,107 411:108,109 53"
        "1:110,111 576:112 701:113,114,115 801:116,117 834:"
        "118 977:119,120 1287:121,122 1485:123 1646:124,125"
        " 1978:126"
    ),
    "b74d1babe7c92f83": "341:946,219,947",
    "b7e6bd16b2ba07c8": ("207:223,224 363:225,226 434:227 520:228,229 607:230 1232:231,232 1596:233,234 1751:235,236"),
    "b91056e26b9c09c6": ("5:259 8:260 11:261 17:262 22:263 168:264,265 293:11 350:266"),
    "bbb17c490be6b3d6": "201:300,301 357:302,265 381:303 406:304",
    "bc677b0e0fc1ebbd": "168:944",
    "c02564a31b93bc2f": "86:187,188 155:189 177:190 296:191,192",
    "c2110d8d54da6922": "90:925,926",
    "c3c30754aaca0220": "219:844,13 241:845 309:11,13",
    "c726132792c35153": "135:839,13 234:840 266:841",
    "c79dfc0d1af5fad8": (
        "139:1243,1244 278:1245,1246 456:1247,1248,1249 720:1250,1251 1007:1252,1253 1366:1254,1255 2626:1256,1257"
    ),
    "c7f888082f3c1d26": "63:18,19 139:20,21 181:22,23",
    "c8126064c4fe287e": "236:245,246 294:247,248",
    "ccdc136fc9f02a96": "212:97,98 458:99,100 521:11,101",
    "cd60a335410e4306": "455:93,94,95 874:96,93",
    "ce2d6ad039284344": "256:934,935",
    "cfa4332117a4fa76": "50:787",
    "d0fbf56ad2a52681": ("169:759,760 380:761,762 405:763 642:764,765 1674:766"),
    "d199b1b9471382db": ("138:747,748,749 242:750,751 376:752,753,754 560:755,756,757 603:758"),
    "d6997c881abeff83": "51:783 109:784",
    "d867130a2b7bc72a": "117:948,949,950",
    "dbeb8d027147d408": "63:785",
    "dc328e6c9d568939": (
        "73:1217,1218,890 171:1219,1220 291:1221 531:1222,1"
        "223,1224 746:1225 846:1226 1081:1227,1228,1229 123"
        "4:1230,1231"
    ),
    "dd8dbe3320dc7a4c": "51:975 134:976",
    "dec23172e5b8318d": "257:869 368:870 466:832",
    "e04ab6b48fadf4a1": "126:5",
    "e4bdcc92e377a70a": ("212:1006,1007,1008 704:1009,1010,1011 1060:1012,1013,1014 1285:1015,1016 1559:1017"),
    "e7454749ff8c514e": "210:244",
    "ecba16ad4aac47dd": (
        "3:267 8:268 14:269 20:270 45:271 57:272 76:273 82:"
        "274 87:275 98:276,277 107:276,278 111:279 116:280 "
        "120:281 125:282 129:283 133:284 140:285 147:286 15"
        "6:287 166:288 174:289 183:290 192:291 201:292 212:"
        "293 222:294 230:295 237:296 240:297 251:298 258:29"
        "9"
    ),
    "ed22c868f4441ed7": (
        "22:572 25:573 28:574 31:575 34:576 37:577 40:578 4"
        "3:579 46:580 49:581 52:582 63:583 67:584 71:585 74"
        ":586 77:587 80:588 83:589 86:590 89:591 91:592 94:"
        "593 96:594 98:595 100:596 102:597 105:598 108:599 "
        "111:600 114:601 117:602 123:603 128:604 132:605 13"
        "6:606 139:607 142:608 145:398 150:609 155:610 159:"
        "611 164:612 168:613 172:614 175:615 179:616 182:61"
        "7 185:618 187:619 190:620 193:621 196:622 199:623 "
        "203:624 206:625 211:626 214:627 217:628 220:629 22"
        "3:630 226:631 229:632 232:633 235:634 238:635 241:"
        "636 244:637 248:638 253:639 257:640 260:641 264:64"
        "2 268:643 272:644 275:645 278:646 285:647 294:648 "
        "300:649 308:650 315:651 321:652 326:653 331:654 33"
        "9:655 344:491 350:656 355:657 362:658 369:659 375:"
        "660 381:661 388:662 393:663 398:664 406:665 411:66"
        "6 420:667 425:668 432:669 443:670 449:671 456:672 "
        "463:673 474:674 482:675 491:676 498:677 506:678 51"
        "1:679 516:680 523:681 530:682 535:683 540:684 546:"
        "685 552:686 557:687 562:688 570:689 576:690 580:69"
        "1 588:692 595:693 604:694 612:695 616:696 623:697 "
        "630:698 635:699 643:700 650:701 656:702 660:703 66"
        "9:704 679:705 687:706 697:707 703:707 712:708 720:"
        "709 729:710 737:711 743:712 751:713 761:714 771:71"
        "5 780:715 785:716 792:717 799:718 803:719 807:720"
    ),
    "f172aa36bad73e78": "87:927,928",
    "f1cf101d4a604d2c": "73:937 110:938 228:939 315:940 472:941,942",
    "f311bd367548290b": "65:247",
    "f4a36f0d3864a66d": "100:968,13",
    "f761646a3df8402a": "45:1,2",
    "faa10dfb07109acd": "59:10,11 295:12,13 440:14,10",
    "fc40b8d9dfd14295": "52:827",
}
"""Digest of an expression → where its branches end and the numbers of their conditions."""
