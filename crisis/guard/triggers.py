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
    (
        "かぎ|キーボッ|ゲート|シャッタ|ドア|ナンバー|ロッカー|入り口|入口|扉|玄関|裏口|解錠|解除"
        "|警備|通用口|金庫|鍵|門|開錠"
    ),
    "no|pin|のナンバ|はナンバ|をナンバ|コード|ナンバー|数字|暗証|番号|解除",
    ("alar|ck b|door|gate|hutt|key |keyb|keyp|lock|ntra|ockb|ocke|safe|vaul|wi-f|wifi"),
    " |comb",
    ":|=|code|comb|is|now|ns w|to|with",
    "admi|cred|id|log |logi|user|アカウン|ログイン",
    ",|/|:",
    " are| is|->|:|=|with|→|は",
    ("://a|://b|://c|://d|://g|://i|://j|://k|://m|://o|://r|://s|://v|://w|ttps"),
    ".",
    "/adm|/bac|/cms|/con|/man|/owa|/php|/wp-",
    "http|ttps",
    "pass|pw|パス",
    "id|logi|user|グインi|ユーザi|ユーザー|ユーザ名",
    ":|=|is|は",
    "key|pass|pw",
    "id|wi-f|wifi",
    ":|=",
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
    ("bers|budg|divi|guid|numb|orec|outl|oven|payr|plan|quar|stim|targ"),
    (" its|beat|blow|ch i|ch t|cut |et o|et t|evis|h ou|hit |ithd|lowe|make|meet|miss|pull|r it|r ou|reac"),
    ("aile|ay n|can'|cann|coul|goin|l no|l to|like|may |migh|set |t to|unli|will|won'"),
    ("blee|burn|cost|eat |eati|eats|knoc|losi|lost|ose |set |shav|wipe|wipi"),
    (" del|dama|e fi|e fl|he o|inci|it|losu|that|this|topp|we"),
    " |coul|roba",
    "cove|insu|licy|r co|r po",
    (" cov| doe| exc| may| onl| pay| wil| won| wou|pays|stop|tops"),
    (" a t| abo| aro| at| cov| flo| for| jus| not| pay|firs|half|nly |oods|wate"),
    "acke|areh|bond|cred|e ba|inve|lend|r ba",
    (" agr| are| ask| cal| gav| giv| has| hav| is| may| pul| wan| wil| won|'s|alle|aske|efus"),
    " ren|bonu|invo|lier|pay |payr|sala|vert|wage",
    ("a we|cut|froz|halv|late|laye|on h|paid|shor|smal|unpa"),
    "all-|elec|new |next|upco",
    (" bro| del| pus| put| sli| til|e ti|es t|ostp|ove |oved|oves|ve i|ve u"),
    (
        " sec|20|apri|augu|autu|dece|e ne|fall|febr|four|ja"
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
        " unt|a me|abro|alks|alls|andi|ansi|arri|at h|at t|"
        "aves|away|boar|camp|depa|dine|dini|driv|eadi|eads|"
        "eave|eavi|eeti|eets|erse|f to|flew|flie|flyi|gath|"
        "head|hidi|hole|hosp|hunk|ill|isit|iven|land|left|m"
        "eet|of o|of r|on |put |retu|see|siti|sits|slee|sta"
        "y|stin|stra|stuc|surg|tayi|tays|thei|touc|tour|tra"
        "v|unre|untr|unwe|walk"
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
    ":",
    (
        "うえで公|うえで出|うえで投|うえで掲|うえで流|うえで配|から公開|から出|から投稿|から掲載|か"
        "ら流|から配信|てから公|てから投|てから掲|てから配|後に公開|後に出|後に投稿|後に掲載|後に流"
        "|後に配信|後公開|後出|後投稿|後掲載|後流|後配信"
    ),
    (
        "okもら|okをも|okを取|okを得|okを経|ok取|ok得|ok経|了承もら|了承をも|了承を"
        "取|了承を得|了承を経|了承取|了承得|了承経|了解もら|了解をも|了解を取|了解を得|了解を経|了"
        "解取|了解得|了解経|承認もら|承認をも|承認を取|承認を得|承認を経|承認取|承認得|承認経|決裁"
        "もら|決裁をも|決裁を取|決裁を得|決裁を経|決裁取|決裁得|決裁経|確認もら|確認をも|確認を取|"
        "確認を得|確認を経|確認取|確認得|確認経|許可もら|許可をも|許可を取|許可を得|許可を経|許可取"
        "|許可得|許可経"
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
    " pre|circ|cust|e pu|forw|hari|osti|rele|trib",
    (" cop| sha| sho|ass |don'|end |epos|er c|er p|forw|leak|ot r|ot s|t ci|t fo|t le|t po"),
    ("beyo|doc|draf|exte|furt|memo|note|o me|o th|outs|page|pape|shee|to a|to c|yet"),
    ("am l|d ab|ecto|empl|es e|exec|lead|nage|ors-|rs e|staf|supe|ves-"),
    " bui|comp|e fa|e te|en o|en u|hous|in-h|insi|ithi",
    " thi|ep i|ep t|keep|tay |tays|y it|ys i|ys t",
    (
        " boa| leg|awai|draf|e hq|endi|er c|er m|er p|erna|"
        "ew o|iew)|iew.|iew:|iew]|il c|il h|il l|il m|il p|"
        "omms|r ap|r hq|r si|re m|re p"
    ),
    "机上の想|机上の検|机上の演|机上の訓|机上の話|机上想定|机上検討|机上演習|机上訓練|机上話",
    "実際に",
    (
        "休ていま|休てませ|休ません|出ていま|出てませ|出ません|止めてい|止めてま|止めませ|生しませ|"
        "発生して|起きてい|起きてま|起きませ|避難しま|閉めてい|閉めてま|閉めませ|難してい|難してま"
    ),
    (" cop| tex|aini|cena|ise |l co|l pl|l po|l te|l tr|ll m|ll o|se m|se p|simu|traf"),
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
    (" fig|ates|chan|e na|e pl|e si|e ti|fill|inse|swap|te t"),
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
    (" aff|at r|comp|ot b|ot d|ot e|ot l|ot s|ot t|safe|secu|t ac|t le"),
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
    "(株)か|(株)と|(株)へ|(株)向|(株)御|(株)様|(株)殿|株式会社",
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
    "の|株式会社|製",
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
    ("afte|anks|beca|blam|d by|due |er t|f an|o th|of a|r a |r an|to a"),
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
    (" fol|e gu|e pe|e te|for |from|o th|th t|to |truc|with"),
    "acco|data|draw|ecor|erve|file|ontr|orde|orta|ship",
    "'s ",
    "+",
    "1|2|3|4|5|6|7|8|9",
    " |-|.",
    " |(2|(3|(4|(5|(6|(7|(8|(9|-|.",
    "2|3|4|5|6|7|8|9",
    "cell|fax|mobi|phon|tel|携帯|直通|連絡先|電話",
    "  at| (at| <at| [at| at |(at)|<at>|@|[at]|at  ",
    "  do| (do| [do| dot|(dot|.|[dot",
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
    "even",
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
    "stat",
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
    "coll",
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
    (" a l| mor| rat| tha| ver|as i|as t|e as|ike |s as|s mo|s ra|s th|s ve"),
    " lik| mig| pre|appa|must|roba|seem|y ha",
    ("a co|e dr|e id|e pi|he o|insi|omeb|omeh|omeo|ontr|whoe"),
    (
        " bes| bet|cion|e fe|e gu|e hu|e mo|my b|my f|my g|"
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
    (" col| man| pil| wom|e cr|e dr|e en|e pe|e pi|e si|mans|ples|r cr|r pe|r si|r wo|rew |staf|ur d|ur e|ur m"),
    "wn t",
    (" rei| stu|l co|l fo|l pa|l pi|l se|ll m|repl|we s|we'l|we'r"),
    (" cos| lot|all|dama|e bi|eryt|for |it|loss|ny d|r bi|ur f|very|what"),
    (
        " dru| tol|at f|coul|did |doin|e as|e la|e sp|e ti|"
        "e wr|er c|er r|erro|faul|had |he o|knew|liab|miss|"
        "mist|n br|n fa|negl|ough|prob|r te|r tr|ran |resp|"
        "shou|to b"
    ),
    ("お客さま|お客様|人事|会員|利用者|受験|契約|学生|学籍|従業員|患者|申込|社員|組合員|職員|職番|被保険者|顧客"),
    "id|no|コード|番号|証",
    (
        "idカー|パスポー|マイナン|会員証|保険証|免許証|入館証|名札|在留カー|学生証|旅券|社員証|"
        "職員証|診察券|身分証|通行証"
    ),
    "口座|当座|普通",
    "マイナン|個人番号",
    (
        "パスポー|保険証n|保険証番|保険証証|免許no|免許番号|免許証n|免許証の|免許証番|旅券no|"
        "旅券番号|旅券証n|旅券証の|旅券証番|記号no|記号番号|記号証n|記号証の|記号証番"
    ),
    "nhs",
    " |-",
    ("acco|acct|assp|badg|cust|emp|icen|id c|iona|licy|memb|nhs|ni|orke|pass|pati|payr|pers|soci|staf|stud|tax|visa"),
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
        "e|rx|stra|stud|tick|vin|wayb"
    ),
    (" und|badg|cks |cloc|enro|file|gn i|igns|list|log |logs|tere|wn t"),
    "arti|arts|begi|ds w|endi|ends",
    (
        "acco|ard |ards|ass |asss|badg|bers|es t|id |ids |l"
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
    "〇|一|七|三|九|二|五|八|六|十|四|百",
    ".|・|点",
    ".|dot|poin",
    "コードネ|プロジェ|内部名|社内での|社内で名|社内で呼|社内で通|社内名|開発コー|開発名",
    "code|erna|whic",
    "-|:",
    "cve",
    "jvn#|jvn-|jvnd",
    "ghsa",
    "bug|expl|flaw|hole|vpn|vuln|欠陥|穴|脆弱性",
    "19|20",
    " bug| vul|flaw|hole|の欠陥|の穴|の脆弱",
    "v",
    "irmw|patc|ver|バージョ|パッチ|ファーム",
    (
        "aix|andr|apac|big-|chro|citr|debi|ed h|elas|enss|e"
        "nto|esxi|exch|fort|ginx|gitl|iis|ios|java|jdk|jenk"
        "|jira|juno|kube|linu|log4|maco|mong|mysq|ndow|nets"
        "|ocke|onfl|orac|ordp|ostg|ovei|pan-|php|pyth|redi|"
        "rhel|riad|sap|sola|sql |stru|tomc|ubun|vcen|vmwa"
    ),
    ("apac|arep|cisc|citr|exch|fort|java|mysq|ndow|orac|ostg|phpが|phpの|phpは|phpも|vmwa"),
    "arep|ce 2|exch|outl",
    "kb",
    "\\|¥",
    "\\\\|\\¥|¥\\|¥¥",
    ("file|ftp|jdbc|ldap|mong|mysq|nfs|ostg|rdp|redi|s3|smb|ssh"),
    "://",
    ":\\|:¥",
    (
        "/app|/bac|/dat|/etc|/exp|/hom|/log|/mnt|/opt|/pro|"
        "/roo|/srv|/tmp|/use|/usr|/var|/vol|~/ap|~/ba|~/da|"
        "~/et|~/ex|~/ho|~/lo|~/mn|~/op|~/pr|~/ro|~/sr|~/tm|"
        "~/us|~/va|~/vo"
    ),
    (
        ".bak|.bat|.cfg|.con|.csv|.dll|.doc|.env|.exe|.ini|"
        ".kdb|.log|.ova|.p12|.pem|.pfx|.ppt|.ps1|.pst|.sh|."
        "sql|.vmd|.xls|.yam|.yml"
    ),
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
    ("admi|bast|citr|gitl|graf|intr|jenk|jira|jump|kiba|owa|rdp|remo|sso|stag|stg|vpn"),
    "port|ポート",
    "tcp|udp",
    "case|chg|inc|jira|prb|req|ritm|tkt",
    "jira|rack|tick",
    " |#|:",
    "インシデ|チケット|案件id|案件no|案件番号|障害id|障害no|障害番号",
    (
        "1drv|ager|arep|atla|blue|box.|chim|docs|eams|eet.|"
        "ereb|goto|graf|ice-|ive.|ms.o|oned|oom.|otio|ropb|"
        "slac|trel|webe"
    ),
    "@",
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
    "dr|mr|ms|mx|prof",
    (
        "afet|aine|am c|am l|appr|auth|ceo|cfo|chai|coll|co"
        "o|cto|driv|empl|engi|guar|head|it l|nage|name|ntac"
        "|nurs|oper|orke|plan|prep|proj|rece|shif|staf|supe"
        "|t ch|te c|te l|tech|tern|writ"
    ),
    (
        " inj|as a|as h|as i|as k|as l|as m|as t|d he|d hi|"
        "eadi|en i|en k|en m|in h|ir c|ir f|ir t|is k|is t|"
        "is u|m ou|n hu|n ta|of o|s am|s hu|s le|s mi|unac"
    ),
    "-kun|-sam|-san|-shi",
    (
        " in:| tom|abse|ames|are:|ave:|comi|crew|day:|ers:|"
        "et h|et r|et t|ff s|firs|lead|ll o|miss|n du|n sh|"
        "n to|no a|no r|no w|on c|or w|ort:|ot h|ot i|ot r|"
        "red:|repl|rota|roup|se a|se h|se m|shif|squa|staf|"
        "team|thos|to a|to c|to s|unac|ward"
    ),
    " and|)|, |/|; ",
    " &| /| and|,|;",
    ("acco|aint|disp|e pl|eeri|faci|fina|he o|hr|ht s|it|lega|logi|netw|omms|ops|payr|sale|secu|uppo"),
    (" at | fro| in |, at|, fr|, in|, ov|at t|in o|in t|m ou|om t|r in|t ou"),
    ("ak t|cove|desk|duty|lead|n ch|on c|rt t|shif|sk f|stan"),
    " apa| but| exc",
    "all|eryb|eryo|no o|nobo",
    "-|×|△|○|●|◯|✓|✔|✕|〇",
    "ng|ok|出|可|有|未|欠|済|無",
    "\n| and|,|/|;",
    (
        "am|bay |bus |car |coac|day|desk|earl|even|fri|gate"
        "|ine |late|loor|mon|morn|nigh|oom |pm|rew |sat|shi"
        "f|sun|thur|tue|van |ward|wed"
    ),
    " |driv|esk:|lead|rew:|ver:",
    ("afe:|anks|apar|but |exce|goin|hurt|in: |it i|it's|just|ll m|n si|ng o|nly |out:|rew:|stil|tay:|tayi|wait"),
    " & | and|, |d ol|e tw|nd b|youn",
    ("appr|capt|chef|clea|cler|coll|cond|cook|dr |driv|eer |ern |guar|nee |nurs|oper|orem|pilo|shif|supe|teac|tech"),
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
    "clie|dono|ecto|licy|memb|nts |pupi|rs f|stud|tena",
    ("2 |3 |4 |5 |6 |7 |8 |9 |eigh|five|four|just|nine|nly |one |seve|six |thre|two "),
    "one|our|the",
    ("affe|aken|comp|copi|drai|empt|esse|expo|hit|iewe|leak|lost|miss|ownl|pene|read|seen|sent|stol"),
    ("acco|ailb|ard |ards|assp|clie|cust|ecor|ers'|file|hous|inbo|lapt|lett|lici|ones|phon"),
    ("2 |3 |4 |5 |6 |7 |8 |9 |a co|a ha|eigh|five|four|half|nine|one |seve|six |thre|two "),
    "a co|a fe|a ha|a pa|a tr|five|four|thre|two |wo o",
    ("chil|clea|coll|cust|empl|engi|gues|kids|ontr|orke|peop|shop|sito|staf|tena"),
    (" boa|insi|n it|out|roof|stuc|ther|trap|unac|up t|wait|wn t"),
    (" a c| a h| a t| thr|a pa|e tw|ere'|four|h tw|is t|th f"),
    ("chil|clea|coll|cust|empl|engi|gues|kids|ontr|orke|peop|sito|staf"),
    " but|a ha|a me|bare|e or|l bu|ll e|ne e|nted|unt ",
    "casu|d dr|ed c|ed m|ed w|he i|vict",
    (" amp| cri| fig| lif| los| nev|ay n|coma|er w|n a |para|se a|se b|se h|st b|st h"),
    "boy |girl|ild |kid |lad |lass|pupi|stud|teac|todd",
    " cla| roo|clas|form|grad|p|room|year",
    " cam| wen|en d|es d|me d|wn w",
    (
        "ashi|bari|boy|chap|clea|cler|coll|cook|driv|e te|g"
        "irl|guar|guy|he|lad|lass|man|nage|nurs|of o|of u|o"
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
    "am m|coll|empl|orke|staf",
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
    (" are| col| emp| hav| in| mis| of| out| peo| rem|,|.|;|insi|staf"),
    "acco|ecor",
    "clie|cust|staf|user",
    (
        "appr|asse|clea|coll|driv|empl|engi|erns|guar|gues|"
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
        "appr|asse|clea|coll|crew|driv|empl|engi|erns|guar|"
        "gues|lads|man|memb|men|nurs|ontr|oper|orke|othe|pa"
        "ti|peop|pers|rew |shif|sito|staf|team|tech|tern|wo"
        "ma|wome"
    ),
    (
        "brou|burn|coll|dead|died|fain|fell|ff s|hurt|ill|i"
        "n h|infe|inha|inju|ken |miss|o th|posi|rush|sick|s"
        "lip|stuc|tali|test|trap|uate|unac|unwe|woun"
    ),
    "ache|ar f|eard|get |got |race",
    ("casu|dead|deat|fata|hurt|infe|inju|juri|kill|miss|nfir|posi|tali"),
    "coll|empl|memb|of o|orke|staf",
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
    "番ゲート|番倉庫",
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
    "区|市|村|町|郡",
    "-|の|番",
    "osta|ostc|zip",
    ",",
    "で寝|で待|にいま|に入院|に搬送|に泊|に移し|に置き|に避難し|に集",
    "けが人|みんな|スタッフ|作業員|全員|対策本部|従業員|現地本部|社員|職員|自宅|負傷者|避難者",
    ("センター|ホテル|ホール|ロビー|中庭|会議室|体育館|倉庫|公園|屋上|旅館|病院|裏口|裏手|講堂|車庫|食堂|駐車場"),
    "対策本部|搬送先が|搬送先は|搬送先を|現地本部|避難先が|避難先は|避難先を|集合場所",
    "です|に移|に置|に設|センター|ビル|ホテル|病院",
    ("の下で集|の下に集|の前で集|の前に集|の横で集|の横に集|の裏で集|の裏に集|わきで集|わきに集|脇で集合|脇に集合"),
    "保管庫で|保管庫に|倉庫で|倉庫に|寮で|寮に|社宅で|社宅に|資材置き",
    "うち|弊社|当社",
    "eryo|hey'|one'|rew |staf|team|we a|we'r",
    (
        " bui| hal| hot| roo|ackr|areh|atti|back|base|boar|"
        "bunk|cafe|cant|car |chap|east|ella|gara|gym|hote|l"
        "oad|lobb|loor|nort|orer|park|roof|sout|stoc|tore|w"
        "est"
    ),
    " beh| und|at t|in t|on t",
    "gath|must|ssem",
    "at|is|oved|to",
    (
        " ass| hid| sle| wai|'re |'rea|'reg|'reh|'res|'rew|"
        "areg|areh|ares|arew|e as|e ga|eass|erin|gath|hidi|"
        "is g|is w|isga|ishi|issh|issl|isst|iswa|s as|s hi|"
        "s sh|s sl|s st|sass|slee|ssem|tayi|wait"
    ),
    "coll|crew|empl|eryo|staf|team|we",
    "at|behi|in|on|unde",
    "任せた|依頼した|手配した|発注した|頼んだ|願いした",
    "さん|社",
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
    "カルテ|データ|レセプト|住民票|分|受注|名簿|帳票|年金|戸籍|注文|税|端末",
    (
        "信用金庫|区役所さ|区役所の|区役所様|大学さま|大学の|大学様の|市役所さ|市役所の|市役所様|消"
        "防本部|町役場さ|町役場の|町役場様|病院さま|病院の|病院様の|県庁さま|県庁の|県庁様の|銀行さ"
        "ま|銀行の|銀行様の|高校さま|高校の|高校様の"
    ),
    "afte|beca|sinc|when",
    ("brok|cut|did|ed|had|has|left|lost|made|put|sent|sold|uilt|went"),
    (
        "act |aint|ased|blam|boug|came|clea|de b|depe|dled|"
        "end |guar|hire|host|iced|lied|me f|nage|ng o|nsta|"
        "omes|oper|prov|reli|rent|sour|staf|subc|uilt|un b|"
        "utso|vere|wait|writ"
    ),
    ", wh",
    "or u|our |r ou|to u|us",
    "that|whic|who ",
    (" fol| lot|agen|bank|comp|e ag|e ba|e gu|e pe|e te|firm|folk|guys|he o|host|lot |ones|ontr|outf|peop|team"),
    ", ",
    (
        " cut| dro| let| mis| pul| ran| sli| tel| tol| und|"
        " wen|as s|botc|endi|fixi|forg|is w|ng o|prom|s fi|"
        "s se|sent|verr"
    ),
    (" fol|comp|e ag|e gu|e pe|firm|he o|lier|ontr|whic|who"),
    (
        "aint|ansl|answ|buil|cate|clea|deli|empl|feed|guar|"
        "hand|hire|host|make|mode|move|nage|ook |oper|pay|p"
        "ick|pply|prin|proc|prov|rent|run|serv|ship|supp|to"
        "re|uilt|use|writ|wrot"
    ),
    "arts|deli|der |es t|load|pall|rs f|rs t|ship",
    " ahe| bef| pri|firs",
    (" dea| job| ord| shi| sit|acco|act'|acts|der'|ite'|ites|ontr|ores|proj"),
    (" and| are| get| goe| has| is| was| wer| wil|,|.|come|firs|omes"),
    (" bou| buy| get| goe| hit| sti| thr| tol| wai|as h|comp|dere|firs|hard|igne|is w|pays|s fi|s st|thei|ve b|wors"),
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
    "」",
    "idと|idも|logi|グインと|グインも|ユーザと|ユーザも|ユーザー|ユーザ名",
    "assw|assは|assも|ordは|ordも|pass|pw|パス|ワードは|ワードも",
    "アクセス|入室コー|入館コー|参加コー|招待コー|登録コー|確認コー|管理コー|認証コー",
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
        "2段階|2要素|edr|ids|vpn|waf|ウイルス|オートロ|カメラ|ゲート|セキュリ|センサ"
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
        "が古|省いて|省略し|素通し|素通り|緩め|行きわた|行き渡っ|見送って|誰でも|足りてな|足りな|"
        "足りま|追いつい|間に合っ"
    ),
    "いつもの",
    ("カードが|カードな|カード無|ワードが|ワードな|ワード無|番号がな|番号なし|番号無し|証がなく|証なしで|証無しで"),
    "dial|en o|ken |set |turn",
    ("alar|arm |cks |eck |ecks|filt|irew|lock|moni|scan|sens"),
    "down|low|off|to",
    "ched|en o|left|taki|tchi|turn",
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
        "t|one-|patc|patr|scan|seco|secu|sens|ss c|te f|tur"
        "n|two-"
    ),
    (
        " thu| wee|aile|aren|bar |blin|brok|bypa|cks |dead|"
        "does|don'|down|er y|eren|eryt|expi|fini|go h|goe |"
        "goes|half|il f|il m|isab|isn'|k of|knoc|l tu|l we|"
        "laps|lift|mont|neve|nly |not |of d|off|open|ot b|o"
        "t c|ot r|ot w|ot y|r be|rela|shor|skel|thin|tret|u"
        "nma|uspe|ve a|wasn|week"
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
    ("abov|at t|behi|belo|bene|besi|in o|in t|insi|n a |n an|n ou|on a|on t|r ou|t a |t an|t ou|unde|xt t"),
    (
        " ais| bay| beh| bes| cag| cor| des| lef| rac| rig|"
        " row| sou| wes|, ai|, at|, ba|, be|, by|, de|, in|"
        ", lo|, ne|, on|, ra|, ri|, ro|, sh|by t|e ba|he e|"
        "he n|helf|ocke|xt t"
    ),
    (
        "aisl|anga|bay |bert|bloc|cabi|cage|cubi|desk|dock|"
        "evel|gate|hall|hatc|helf|loor|manh|nit |ocke|oom |"
        "oor |pier|plat|pod |rack|rise|row |shed|silo|stai|"
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
        "n a |n ou|om a|om t|on t|outs|t a |t ou|xt t"
    ),
    "bed |beds|ms i|om a|om i|oom |ooms",
    (" col|ady |arra|book|held|ld f|rese|rew |set |staf|wait"),
    "at |in ",
    ("gues|hilt|host|hote|ibis|inn|lodg|marr|mote|novo|sher"),
    "coll|crew|e te|empl|exec|fami|r pe|staf",
    ("er d|er p|hous|ir a|ir d|ir f|ir h|ir p|is d|is h|is p|mily|r ad|r ap|r fl|r ho|s ad|s ap|s fa|s fl"),
    (" ave| gar| hil| lan| mew| pla| rd| roa| row| squ| st| ter| vie| wal| way|clos|cour|cres|driv|grov|park|stre"),
    "イン|ホテル|保養所|宿舎|寮|旅館|民宿|研修所|荘",
    ("乗務員|出張者|家族|帰宅でき|役員|従業員|応援の方|応援の班|応援の者|応援方|応援班|応援者|社員|職員"),
    "-|~|から|で休|で待|で泊|と|に入|に宿|に手配|に泊|に用意|に確保|に部屋|に集|号室",
    "つ目|列|台目|号棟|号機|本目|段目|番ラック|番扉|番棚|番目|番通路",
    "あたり|ドア|ラック|ロッカー|付近|列|席|弁|扉|机|柱|棚|段|盤|箱|装置|設備|配管",
    "、|か|で|に|の",
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
    "第",
    "あらため|改めてお|改めてご",
)
"""Pieces, set apart by bars, of which a text must hold one."""

BRANCHES = {
    "005b68abb0797ff6": "99:947,948 267:927,949 421:927,949 550:927,950",
    "00a68d96e23a10e7": "90:784 201:785",
    "021ba2615d5e7292": "76:22,23,24",
    "0259cc8e1f928668": "130:864,865",
    "099a758e5a4fd40b": "165:863,38",
    "0b30acbd16854d46": "129:804",
    "0b58877c1145fab6": "161:769,770 279:771,772 467:773,774 526:",
    "0fdd9a9f48cee9fe": "35:182,183",
    "0ff2b10c095bc8d5": ("54:793,16 150:794,16 663:795 854:796 916:797 942:798"),
    "144418a7ebd5e9ff": "513:818",
    "18d08ef3c38d100b": "148:163,164,165",
    "1b15504463f4adc7": "64:",
    "1b60905a053da838": "368:6",
    "1e45403f249507d9": (
        "194:1095,1096,1097 305:1098,1099 376:1100,1101 393"
        ":1102 456:1103,1104 802:1105,1106,1107 1224:1108,1"
        "109 1402:1110,1111,1112 2102:1113,1114,1115 2267:1"
        "116,1117,1118 2459:1119,1120 2738:1121,1122,38 290"
        "6:1123,1124,1125 3054:1126,1127,1128"
    ),
    "1e8b88092d7d196f": "304:809 565:810",
    "2093268af6bc4bf3": "223:",
    "224fd2593acb57e5": ("30:787,779 68:788 109:789,779 211:790,779,791 300:792,779,791"),
    "23a2079f357f1d9b": "298:856",
    "26236254bb1c8af2": "262:1055,1056,1057 683:1058,1059,38",
    "28315609486eb76a": (
        "2:401 7:482 11:483 15:484 20:402 25:485 28:486 31:"
        "487 36:488 45:489 49:490 54:491 58:492 62:493 65:4"
        "94 69:495 76:496 82:497 86:498 89:499 92:500 95:50"
        "1 98:502 102:503 106:504 109:505 112:506 115:507 1"
        "18:508 121:387 126:380 130:509 136:510 140:511 144"
        ":512 148:513 153:514 158:515 167:516 174:517 181:5"
        "18 188:519 194:520 200:521 205:522 212:523 217:524"
        " 222:525 227:526 233:473 242:527 247:528 253:529 2"
        "60:530 265:531 272:532 277:533 282:534 291:535 299"
        ":462 307:536 312:537 318:538 323:539 327:540 333:5"
        "41 339:542 344:543 349:544 354:545 360:464 366:546"
        " 371:547 375:548 382:549 389:550 395:551 402:552 4"
        "10:553 416:554 422:555 433:466 446:556 456:557 464"
        ":558 477:545 483:559 491:560"
    ),
    "2c04fc8e3c77a6a7": (
        "126:45,46 197:47 478:48 842:49,50,51 1054:52,53,54"
        " 1417:55,56,57 2036:58,59,60 2301:61,62,63 2645:64"
        ",65 2880:66,67"
    ),
    "32c588004ba413ef": "62:786",
    "33e60580d62efb12": "164:190",
    "346ce486f8749b48": "130:19,20,21",
    "34df667371a29fe7": "80:849,850,851 205:852,853",
    "38bdba7a2e059771": "282:941,942 515:943,944 1045:945,946",
    "3969f2d1dad5b160": "839:858,859",
    "397a25bb8559d433": "266:205,206,207 602:208,209",
    "3a0d9aad9606335b": (
        "2:294 5:295 8:296 11:297 14:298 17:299 20:300 23:3"
        "01 25:302 28:303 31:304 34:305 37:306 40:307 43:30"
        "8 45:309 49:310 52:311 55:312 58:313 61:314 64:315"
        " 67:316 70:317 73:318 77:319 80:320 83:321 86:322 "
        "89:323 92:324 95:325 99:326 102:327 105:328 108:32"
        "9 111:330 114:331 117:332 121:333 124:334 127:335 "
        "130:336 135:337 138:338 141:339 144:340 147:341 15"
        "1:342 154:343 157:344 160:345 163:346 166:347 169:"
        "348 172:349 175:350 178:351 181:352 184:353 188:35"
        "4 192:355 196:356 202:357 208:358 214:359 221:360 "
        "226:361 229:362 233:363 236:364 239:365 242:366 24"
        "6:367 249:368 252:369 255:370 258:371 261:372 264:"
        "373 269:374 273:375 277:266 280:376 283:377 286:37"
        "8 289:379 294:380 297:381 300:382 303:286 306:383 "
        "309:384 313:385 316:386 319:387 324:388 327:389 33"
        "1:390 336:391 339:392 344:393 348:394 351:395 356:"
        "396 361:397 365:398 370:399 373:400 376:401 381:40"
        "2 385:403 389:404 392:405 403:406 414:407 422:408 "
        "430:409 440:410 446:411 451:412 456:413 460:414 46"
        "5:415 471:416 481:417 491:418 496:419 505:420 510:"
        "421 516:422 526:423 532:424 539:425 545:426 550:42"
        "7 554:428 562:429 568:430 577:431 583:432 589:433 "
        "595:434 603:435 614:436 623:437 630:438 637:439 64"
        "4:440 652:441 660:442 666:443 675:444 681:445 691:"
        "446 696:447 701:448 708:449 716:450 724:451 729:45"
        "2 733:453 739:434 745:454 752:455 758:456 770:457 "
        "777:458 782:459 791:460 799:461 807:462 815:463 82"
        "1:464 828:465 839:466 846:279 852:467 859:280 866:"
        "281 873:468 879:469 887:470 894:471 901:472 909:47"
        "3 917:287 923:474 930:475 939:476 947:477 953:445 "
        "959:478 965:479 970:480 975:481"
    ),
    "3a363d6f5ecd0382": "88:780",
    "3b65d1e80c25b757": "70:812 110:813",
    "401bec2ce55b5723": "56:819,18 224:820,18 287:18",
    "4498de17f4972766": "60:1138,1139 90:1140",
    "462ce1b6dbadb826": "73:230,231",
    "46a8c193392138e5": "64:957,958 105:957,959 293:960,961 372:962,963",
    "4818b75b0a16442d": "177:1073,1074,1075",
    "4a25a2af0b019792": "62:830,823",
    "4a2fee74913fa53e": "127:927",
    "4e69f773d2bc3ddf": "404:855",
    "506c98b81d02fbc6": "167:811,16 235:98,16",
    "54ff4a902a18169d": ("87:1076,1077 183:1078,1079 788:1080,1081 815:1082 859:1083"),
    "5a2e8b6a94e57d60": "180:1050,1051 383:1052,1053 787:1054",
    "5d928e3f3613516f": "80:",
    "5e02f710b3cff893": ("449:711,712 512:713 563:714,715 599:716 675:717,718 748:719,720 782:721 885:722,723"),
    "61d6ffaf420d168d": ("196:31,32 278:33,34,35 600:36,37,38 891:39,40,41 986:42"),
    "6476404842eb330b": "53:857",
    "6484fd6017958adf": ("130:166,167 327:166,168,169 560:170,166,171 885:166,172,173"),
    "649d3d3d36694223": "164:236,237",
    "663fd96fe5e437e4": "266:829,828",
    "6687c6c414379400": "93:232,233,234",
    "6aed024a511ad29a": (
        "104:1028 686:1029,1021 1242:1030,1021 1294:1031 13"
        "42:1032 1421:1033 1495:1034 1546:1035 2101:1021,10"
        "36 2207:1037,1038"
    ),
    "6ba4b175b20f3a1e": "93:781,782 522:783",
    "6ea43a98b328b09e": ("353:68,69,70 412:71 578:72,73,74 645:75 780:76,77,78 983:79,80,81 1127:82,83 1631:84,85"),
    "7261c3604863622d": "139:840",
    "731a5120e1f3c1a3": "110:98",
    "786ae038f9016e0b": "299:238,239",
    "7be7a942b6821c7c": "631:215,38",
    "7cb8453bb1ac12cf": "488:43,44",
    "7d242e6a6eb53657": ("4:1129 9:1130 13:1131 17:1132 45:1133 106:1134 155:1135 167:1136 171:1137"),
    "7d8655fb85cf83ef": "589:0",
    "7fae2aedf06f569a": "125:710",
    "809dd7d7bb2f9c29": "16:993 122:994 154:995 215:996,997 268:998",
    "817b41348de586e9": "83:158,159 173:160 216:161 240:162",
    "838b26506c040050": "1258:86,87,88",
    "845560be1df3c3f5": (
        "21:124 81:125,126 187:127 208:128 235:129 277:130 "
        "300:131 341:132 439:133 577:134,135 620:136 624:13"
        "7 636:138 655:139 663:140 668:141 676:142 690:143 "
        "726:144 738:145 765:146 789:147 856:148,149 898:15"
        "0 925:151 938:152 957:153 961:154 987:155 1001:156"
        " 1740:157"
    ),
    "849574962b86865e": "147:7,8 412:9,10,11",
    "85c2932cc691cd40": ("175:1039,1040,38 566:1041 716:1042,1043,38 937:1044,1045,1046 1253:1047 1682:1048,1046,1049"),
    "87338b3275ddef80": (
        "220:875,876 426:875,877 439:878 452:879 458:880 49"
        "6:881 524:882 530:883 543:884 569:885 671:886,887 "
        "740:888,889 799:890,891"
    ),
    "877a8cb3736c9db3": ("59:931,927 93:931,932 141:933,934 176:935 245:927,936 336:937,938,939 432:927,940"),
    "87d8703b27a35bd9": "84:854",
    "886d81078da73505": "541:868,869,870",
    "898fe83a558f5b32": "79:",
    "8e4c3dcb14dcc594": "496:833",
    "8f72164653df61f7": "89:821",
    "90b2b032d3554228": "125:16",
    "91f0ff87572c0fb1": (
        "23:970 50:971 62:971 69:972 73:973 77:974 81:975 8"
        "5:976 89:977 93:978 97:979 101:980 105:981 109:982"
        " 113:983 117:984 123:985 135:986 168:987 176:988 2"
        "04:989 210:990 334:991 639:992"
    ),
    "926ec44cdd0ef811": "202:15,16 347:17,18",
    "947930feee3ebb1a": "94:964 130:965 150:966 276:967,968 335:969",
    "96d3aa554d34a579": "394:765,766 1043:767 1318:768",
    "96f9b96b4d390dd2": "76:928,927 205:929,930,38",
    "97b3176c2ca94db2": "301:873,874",
    "986295fd5c096f1e": "44:799,800 164:801,802",
    "9b1074020f90ce50": "305:826,827",
    "9b1a36bcf48ca04d": "288:828,827",
    "9d82522e953e81d4": "410:210,211,212 644:213,214",
    "9fcd8462d166a0eb": ("138:736,737,738 242:739,740 376:741,742,743 554:744,745,746 597:747"),
    "a1ae3c0f700f9431": "119:174,175,176 193:177,178",
    "a2008d20f251d9e6": "228:3,4",
    "a3294946109fef60": "140:847,848",
    "a42e8392e310f019": "135:806,16 230:807 262:808",
    "a4b50604cca44e91": ("45:240 86:241 89:242 94:243 103:244 145:245,246,247"),
    "ade3034ec8560052": ("815:951,952,953 1320:954,945,38 2127:945,953 2447:955 2726:956"),
    "ae62c184d5fa5961": "125:179,180 147:181",
    "af802890d33656c5": "135:12,13,14",
    "af81263bbcf42ca8": ("177:1084,1085,1086 441:1087,1088 728:1089,1090 1087:1091,1092 2347:1093,1094"),
    "b01ec1f7afc71825": (
        "83:1016,1017,1018 758:1019,1020,1021 871:1022,1023 903:1024 1555:1025,1021,1026 2152:1027,1021"
    ),
    "b1dc63c80aef97fd": ("507:919,920 1031:919,920,921 1168:922,923 1284:924,925 1613:926,919"),
    "b301f9c1e8f4d9eb": ("241:904,905 422:906,907 708:908,909 1246:910,911 1545:912,913,914 2005:915,916 2413:917,918"),
    "b33d355f0b304567": ("227:724,725 455:726,727 593:728,729 694:730 734:731 782:732 822:733 1027:734,735"),
    "b587505a77f6255d": ("329:191,192,193 608:194,195,196 661:197,198 717:199,200 1068:201,202 1280:203,204"),
    "b6eb0b35ab94c23d": (
        "131:99,100,101 150:102 357:103,104 411:105,106 531"
        ":107,108 576:109 701:110,111,112 801:113,114 834:1"
        "15 977:116,117 1287:118,119 1485:120 1646:121,122 "
        "1978:123"
    ),
    "b74d1babe7c92f83": "341:842,212,843",
    "b7753cf46f62717f": "240:861,862",
    "b7e6bd16b2ba07c8": ("207:216,217 363:218,219 434:220 520:221,222 607:223 1232:224,225 1596:226,227 1751:228,229"),
    "b91056e26b9c09c6": ("5:248 8:249 11:250 17:251 22:252 168:253,254 293:98 350:255"),
    "bbb17c490be6b3d6": "201:289,290 357:291,254 381:292 406:293",
    "bc677b0e0fc1ebbd": "168:841",
    "bc8fcfd945fc7250": ("153:756,757 292:758 355:759 404:760 488:761 557:762,763 952:764"),
    "bde2f8065dd09acb": "61:775 129:776 186:386",
    "c02564a31b93bc2f": "86:184,185 155:186 177:187 296:188,189",
    "c2110d8d54da6922": "90:822,823",
    "c582b5b181d33fab": "62:999,16",
    "c7f888082f3c1d26": "63:25,26 139:27,28 181:29,30",
    "ccdc136fc9f02a96": "212:93,94 458:95,96 521:97,98",
    "cd60a335410e4306": "455:89,90,91 874:92,89",
    "cfa4332117a4fa76": "50:763",
    "d0fbf56ad2a52681": ("169:748,749 380:750,751 405:752 642:753,754 1674:755"),
    "d1571dbd1a2fa6c5": "37:803",
    "d6997c881abeff83": "51:777 109:778",
    "d867130a2b7bc72a": "117:844,845,846",
    "d9654f22180be96d": ("73:1060,1061,1062 171:1063,1064 291:1065 506:1066 606:1067 841:1068,1069,1070 994:1071,1072"),
    "d96d74ad1b836035": "70:814 153:815,763,816 222:817",
    "dbeb8d027147d408": "63:779",
    "dd8dbe3320dc7a4c": "51:866 134:867",
    "e04ab6b48fadf4a1": "126:5",
    "e4bdcc92e377a70a": ("212:892,893,894 704:895,896,897 1060:898,899,900 1285:901,902 1559:903"),
    "e94705a0101fb448": "170:805",
    "ecba16ad4aac47dd": (
        "3:256 8:257 14:258 20:259 45:260 57:261 76:262 82:"
        "263 87:264 98:265,266 107:265,267 111:268 116:269 "
        "120:270 125:271 129:272 133:273 140:274 147:275 15"
        "6:276 166:277 174:278 183:279 192:280 201:281 212:"
        "282 222:283 230:284 237:285 240:286 251:287 258:28"
        "8"
    ),
    "ed22c868f4441ed7": (
        "22:561 25:562 28:563 31:564 34:565 37:566 40:567 4"
        "3:568 46:569 49:570 52:571 63:572 67:573 71:574 74"
        ":575 77:576 80:577 83:578 86:579 89:580 91:581 94:"
        "582 96:583 98:584 100:585 102:586 105:587 108:588 "
        "111:589 114:590 117:591 123:592 128:593 132:594 13"
        "6:595 139:596 142:597 145:387 150:598 155:599 159:"
        "600 164:601 168:602 172:603 175:604 179:605 182:60"
        "6 185:607 187:608 190:609 193:610 196:611 199:612 "
        "203:613 206:614 211:615 214:616 217:617 220:618 22"
        "3:619 226:620 229:621 232:622 235:623 238:624 241:"
        "625 244:626 248:627 253:628 257:629 260:630 264:63"
        "1 268:632 272:633 275:634 278:635 285:636 294:637 "
        "300:638 308:639 315:640 321:641 326:642 331:643 33"
        "9:644 344:480 350:645 355:646 362:647 369:648 375:"
        "649 381:650 388:651 393:652 398:653 406:654 411:65"
        "5 420:656 425:657 432:658 443:659 449:660 456:661 "
        "463:662 474:663 482:664 491:665 498:666 506:667 51"
        "1:668 516:669 523:670 530:671 535:672 540:673 546:"
        "674 552:675 557:676 562:677 570:678 576:679 580:68"
        "0 588:681 595:682 604:683 612:684 616:685 623:686 "
        "630:687 635:688 643:689 650:690 656:691 660:692 66"
        "9:693 679:694 687:695 697:696 703:696 712:697 720:"
        "698 729:699 737:700 743:701 751:702 761:703 771:70"
        "4 780:704 785:705 792:706 799:707 803:708 807:709"
    ),
    "f172aa36bad73e78": "87:824,825",
    "f1cf101d4a604d2c": "73:834 110:835 228:836 315:837 472:838,839",
    "f311bd367548290b": "65:819",
    "f3fbede78b0a4323": "90:235",
    "f454eb1046b583a5": (
        "188:1000,1001,1002 266:1003,1004 308:1005 382:1006,1007 753:1008,1009,1010 819:1011,1012 998:1013,1014,1015"
    ),
    "f4a36f0d3864a66d": "100:860,16",
    "f761646a3df8402a": "45:1,2",
    "fa2ed46983cdbb3b": "302:871,872",
    "fc5ecceb994ec870": "256:831,832",
}
"""Digest of an expression → where its branches end and the numbers of their conditions."""
