"""Affairs of the house that are nobody else's: targets that are missed, what the board will decide, whom its heads meet."""

from __future__ import annotations

from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.registry import detector
from crisis.guard.rules import Rule

MONEY = (
    "保険|売上|売り上げ|利益|業績|決算|予算|目標|計画値|株価|株主|配当|賞与|ボーナス|給料|給与|賃金|手当|資金|現金|預金|借入|借り入れ|"
    "融資|返済|銀行|債務|赤字|黒字|損失|損害|"
    "費用|コスト|経費|代金|受注|注文|出荷額|在庫|仕入れ|家賃|支払|利払|増資|上場|格付|のれん|特損|減損|見積"
)
MOVES = (
    "割(?:くらい|ほど|程度|減|増|しか|だけ|弱|強|まで|落|にとど)|分の(?:一|1|二|2|三|3)|半分|半減|倍|下りる|下ります|おりる|下りない|"
    "出ない|足りな|足りませ|届かな|届きませ|未達|割り込|"
    "吹き飛|飛びま|飛ぶ|目減り|減る|減りま|減らし|削|カット|落ち込|沈|赤|悪化|下が|下振れ|下回|上回|膨ら|かさ|超え|持ち出し|自腹|"
    "足が出|払え|払いきれ|遅らせ|遅れま|先延ばし|待って|"
    "凍結|見送|取り崩|底|尽き|ショート|回らな|苦し|厳し|綱渡り|焦げ付|引き揚げ|引き上げ|打ち切|止めて|止められ|見直|組み直|立て直|"
    "下方|上方|通れば|通らな|折れな|頭を下げ"
)
MATTERS = Pattern(
    rf"(?:{MONEY})[^。\n]{{0,20}}?(?:{MOVES})"
    r"|(?:補修|修理|復旧|修繕|建て替え|入れ替え|交換|撤去|片付け|対応|工事)(?:に|で|には)約?[\d,.一二三四五六七八九十百千]{1,8}"
    r"(?:万|億|百万|千万)円?(?:ほど|くらい|程度|前後|余り)?(?:か[かけ]|必要|見込|使|払|を投じ)"
)
MATTERS_EN = Pattern(
    r"(?<![a-z])(?:they|hackers?|attackers?|criminals?|(?:the|a) gang|extortion(?:ists)?|blackmailers?)(?:'ve|"
    r" have| had| are| were)? (?:now )?"
    r"(?:asked|demand(?:ed|ing)?|want(?:ed)?|asking|set|named)[^.\n]{0,20}(?:\d|million|bitcoin|crypto|a price|money|payment)|"
    r"(?<![a-z])(?:revenue|profits?|sales|earnings|margins?|income|turnover|orders)[^.\n]{0,24}(?:slip|fall|"
    r"drop|shrink|suffer|dip|be down|come in|miss)"
    r"[^.\n]{0,12}(?:by|under|below|short|[$€£¥\d])[^.\n]{0,20}|"
    r"(?<![a-z])(?:the |our )?insurers? (?:wants?|asks?|disputes?|refuses?|won't|will not|stalls?|says?|need|needs|offers?)(?![a-z])|"
    r"(?<![a-z])payroll (?:misses|will miss|is late|slips|may slip|is short)|"
    r"(?<![a-z])(?:will |would |could |to |may |should )?cost us (?:about |around |roughly |some |over |nearly |up to |at least |"
    r"more than )*(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|a|half|several|many|"
    r"millions|tens|hundreds|[$€£¥\d])"
    r"|(?<![a-z])(?:about |around |only |just |barely |roughly |less than )*(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|a few|a couple of|several) (?:days?|weeks?|months?|hours?)(?:'s?)? (?:worth )?(?:of )?(?:parts|stock|supplies|"
    r"raw materials?|inventory|spares|cash|feed|components|chips|ingredients|reagents|cover) (?:left|remain|in hand|on hand|to go)"
    r"|(?<![a-z])we(?:'ve|'re| have| are)? (?:got |only |about |around )*(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"a few|a couple of) (?:days?|weeks?|months?)(?:'s?)? (?:of|worth of) [a-z ]{3,20} left|"
    r"(?<![a-z])(?:won't|will not|can't|cannot|may not|might not|going to|likely to|set to|unlikely to|about to|failed to|fail to|"
    r"will|may|could) (?:make|hit|meet|miss|reach|beat|blow|cut|lower|withdraw|pull|revise) "
    r"(?:our |the |its |this )?(?:[a-z]+ )?(?:numbers?|targets?|forecast|guidance|plan|budget|quarter|covenants?|outlook|payroll|"
    r"estimates?|dividend)(?![a-z])"
    r"|(?<![a-z])(?:we|this|it|that|the (?:outage|fire|flood|incident|closure|stoppage|delay|damage))(?:'s|'ll|'re| is| are| has|"
    r" have| will| would| could| may| might)?(?: already| also| probably)? (?:cost(?:s|ing)?|lose|losing|lost|burn(?:ing|ed)?|"
    r"bleed(?:ing)?|wip(?:e|ed|ing)|"
    r"eat(?:s|ing)?|set us back|shav(?:e|ed|ing)|knock(?:ed|ing)?) (?:us |our |up |out |about |around |roughly |through |into |"
    r"off )*(?:[$€£¥\d]|a (?:fortune|day|week|month|quarter|third|half|million|bundle|lot of money)|half|most|the (?:year|quarter|"
    r"margin|cash|profit)|margin|profit|cash|money|savings|reserves|tens of|hundreds of|millions|thousands)"
    r"|(?<![a-z])(?:insurance|the insurers?|our policy|cover|the policy|our cover)(?: will| won't| would| only| does| doesn't|"
    r" does not| may| pays?| covers?| stops?| excludes?){1,3} (?:not |only |about |around |just |pay|cover|for|half|a third|at|"
    r"floods?|water|the first)"
    r"|(?<![a-z])(?:(?:the|our) bank(?=(?: is| has| will| wants?| may)? (?:call|pull|refus|ask|want|stop|froz|freez|agree|cut|gave|"
    r"give|lend|"
    r"turn))|lenders?|creditors?|investors?|bondholders|shareholders|our backers)(?:'s| is| are| has| have| want| wants| may|"
    r" will| won't| called| call| asked| ask| pulled| refused| agreed| gave| give){1,2}(?![a-z])"
    r"|(?<![a-z])(?:pay|wages|salaries|bonuses|payroll|overtime|invoices|suppliers|the rent) (?:will be |is |are |may be |won't be |"
    r"will not be |goes |go )?(?:late|delayed|cut|frozen|short|unpaid|on hold|paid late|halved|smaller|a week late)"
)
BOARD = Pattern(
    r"(?<![a-z])we (?:were|had been|'d been|had) (?:already |just |about |long )*(?:going|planning|planned|meaning|meant|preparing|"
    r"hoping|looking|set|due) to "
    r"(?:sell|close|shut|drop|move|replace|retire|wind|cut|lay|outsource|merge|scrap|leave|launch|buy|split|spin|exit)(?![a-z])"
    r"[^.\n]{0,40}(?:line|plant|site|business|unit|division|office|factory|brand|branch|store|shop|team|jobs|product|service|anyway)|"
    r"(?<![a-z])(?:new|next|all-new|electric|upcoming) [^.\n]{2,40}? (?:slips?|slipped|moves?|moved|pushed(?: back)?|delayed|"
    r"brought forward|put back|postponed) (?:to|until|till|into) (?:spring|summer|autumn|fall|winter|next|the (?:new year|second|"
    r"third|fourth)|q\d|20\d\d|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?<![a-z])head ?count (?:goes|falls|drops|will|is|to|from)|"
    r"(?:値上げ|値下げ|統合|合併|撤退|閉店|売却|買収|再編|移転|新製品|新商品|新型|新機種|新サービス|上場|提携|人事|増産|減産|新店|"
    r"改名|社名変更)[^。\n]{0,12}(?:発表(?!会)|公表|お披露目(?!会)|解禁)[^。\n]{0,8}(?:先送り|延期|見送|前倒し|控え|遅れ|"
    r"ずら|取りやめ|来月|来春|"
    r"来週|まで)"
    r"|(?:大臣|知事|首相|総理|皇族|大使|会長|社長|親会社|本社の?役員|取引先の社長)を(?:お迎え|迎え|案内|ご案内|接待)|(?:院長|学長|"
    r"所長|工場長|支店長|園長|校長|社長|会長|専務|常務|役員|代表|オーナー)は[^。\n]{0,10}(?:ずっと|まで|から|終日|一日|午後|午前|夕方|"
    r"夜)[^。\n]{0,10}(?:のため|におり|にいま|不在|留守|です、|で、取材)"
    r"|(?<![a-z])(?:once|if|when|after|until|unless|subject to) (?:[a-z']+ ){0,2}(?:board|directors|shareholders|head office|"
    r"hq)(?:'s)? (?:nods?|signs?|says?|approv|clears?|meets?|gives?|agrees?|waves?|rubber)|"
    r"(?:取締役会|役員会|経営会議|理事会|株主総会|常務会|幹部会|本社|親会社|オーナー|社長決裁|稟議)(?:で|が|の|に|"
    r"へ)[^。\n]{0,16}?(?:通れば|通ったら|通り次第|了承|承認|決裁|決議|諮|はか|かけ|決ま|決め|可決|否決|反対|意向|判断待ち|待ち)"
    r"|(?<![a-z])(?:the board|our board|directors|the owners?|head office|hq|the parent(?: company)?|management|the shareholders|"
    r"the partners|group)(?: meets[^.\n]{0,20} to| is| are| may| might| will| has| have| wants?| now)? "
    r"(?:leans?|leaning|wants?|expected|minded|considering|considers?|inclined|split|divided|decides?|deciding|votes?|voting|prefers?|"
    r"favou?rs?|thinking|plans?|planning|agreed|approved|rejected|signs? off|discuss(?:es|ing)?|weighs?|weighing|mulls?|ready to|keen|"
    r"against|in favou?r)(?![a-z])"
)
HEADS = (
    r"(?:our |the )?(?:ceo|cfo|coo|cto|ciso|chief exec(?:utive)?|md|managing director|chair(?:man|woman|person)?|(?:company |"
    r"our )president|vice[- ]president|vp|founder|owner|boss|plant (?:manager|director|head)|site director|head of [a-z]{2,14}|"
    r"general manager|executives?|board members?|leadership|(?:whole |entire )?(?:top|senior|exec|executive|leadership|"
    r"management) team|whole board)"
)
MEETS = Pattern(
    rf"(?<![a-z]){HEADS}(?:'s (?:plane|car|flight|train|helicopter|convoy|hotel|room|family|home))?(?: and [a-z ]{{3,24}})?(?: is|"
    rf" are| was| were| will| has| have)?(?: being| be| been| now| just| due| then)? "
    r"(?:sees?|meets?|meeting|lands?|landing|calls on|flies|flying|flew|arrives?|arriving|touch(?:es)? down|departs?|leaves?|leaving|"
    r"left|drives?|driven|heads?|heading|stays?|staying|sleeps?|dines?|dining|walks?|tours?|visits?|visiting|boards?|returns?|"
    r"returning|"
    r"holed up|camped (?:out )?at|put up at|hunkered|gathered at|meeting at|stuck|stranded|away|abroad|overseas|in (?:hospital|"
    r"surgery|transit|hiding|a meeting|[a-z]+ until)|on (?:holiday|leave|vacation|the (?:\d|train|plane|way|road|next|first|last|"
    r"early|late)|a (?:flight|plane|train|boat|beach|yacht|call))|out of (?:reach|the country|office|town)|unreachable|unwell|ill|"
    r"resting|travell?ing|at (?:home|the|his|her|their))(?![a-z])"
)
PUBLIC_HEAD = Expression(
    r"press|media|will brief|gives a briefing|holds a briefing|news conference|press conference|statement|interview|video|live|"
    r"questions|mayor|governor|president (?:biden|obama|trump|bush|of the united|[a-z]+ (?:said|says))|minister|red cross|fema|police|"
    r"fire|federal|state|county|"
    r"school board|board of (?:health|education|supervisors)|faculty|students|donat|fund|benefit|volunteers"
)
RELIEVED = Expression(
    "給付|助成|補助|支援金|義援金|見舞金|罹災|り災|被災された|被災者|保険証|健康保険|火災保険の請求|地震保険の請求|相談|窓口|料金|"
    "運賃|払い戻|返金|減免|免除|猶予|募金|寄付|税|優待品|発送|適時開示|本日開示|開示資料|ご契約|市|町|村|県|国|世帯|家計|"
    "donat|relief|residents|homeowners|taxpayers|fema|grants?|assistance|refund|premium|flood insurance|policyholders|your|households|"
    "city|county|state|federal"
)
"""Money of the public's."""


detector(Rule("finance", (MATTERS, MATTERS_EN), unless=(RELIEVED,), of_us=True))
"""How the money goes: what is not earned, covered, paid."""

detector(Rule("plan", (BOARD, MEETS), unless=(PUBLIC_HEAD,), of_us=True))
"""What is still to be decided at the top, and where its people are."""
