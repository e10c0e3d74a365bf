"""Duties and failings, denials, hearsay and guesses: words by the part that they play in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.guard.word_parts import phrases_of as _phrases

CLAIMS: Mapping[str, tuple[str, ...]] = {
    "our-duty": _phrases(
        "手順|作業標準|整備|交換|修理|届|報告が|報告を|訓練|手入れ|安全確認|ブレーキ|配管|弁|薬品|危険物|資材|食品表示|賞味期限",
        "労働時間|残業|法令|法律|法に|消防法|建築基準|労働安全|安全基準|基準を|規則|規程|契約|届け出|届出|許可|検査|点検|記録",
        "報告書|安全装置|安全弁|品質データ|義務|資格|マニュアル|指示書|保守|避難訓練|警告|不具合を|欠陥",
        "data protection law|the procedure|safety law|labour law|labor law|permit|licence|license|valve|brake|brakes|boiler",
        "alarm tests|the wiring|safety checks|risk assessment|faulty|defect|the fault|the law|the rules|regulations|regulation",
        "safety rules|fire code|building code|the licence|a licence|the license|a license|the permit|a permit|inspection",
        "inspections|maintenance|safety device|safety switch|the records|test records|logbook|procedure|procedures|the contract",
        "warnings|the manual|data protection",
    ),
    "falls-short": _phrases(
        "手順を守ら|しなかったため|守らなかった|行っていません|行っておらず|行っていな|取らず|取っていな|なしに|無しで|遅れたの",
        "隠すつもり|出していな|点検漏れ|見逃|放った|弁解|言い訳|黙って|放棄|違反|満たして|満たさ|書き換え|改ざん|怠|外した",
        "外して|無断|虚偽|隠し|隠ぺい|ごまか|守らな|守って|無視|しておら|していな|しないまま|せずに|無資格|期限切れ|切らし",
        "気づいていな|把握していながら|知りながら|放置|省い|省略|飛ばし|後回し|抵触|逸脱|不備|偽",
        "breach|breaches|may breach|violate|violates|against the|did nothing|knew about|knew the|we knew|no permit|no licence",
        "for years|too late|not been done|not checked|not serviced|not reported|broke|broken|breached|violated|ignored|skipped",
        "falsified|forged|switched off|bypassed|without|did not|didn't|failed|overdue|lapsed|expired|missed|neglected",
        "not followed|ignoring|not met|did not meet|tampered|rewrote|hid|concealed|never|disabled|put off|had not",
    ),
    "-falls-short": _phrases(
        "has failed and we cannot|has broken down|has failed, so",
        "守ってくだ|守って避|守って行動|守っていた|隠していま",
        "without delay|without power|without water|without charge",
    ),
    "our-doing": _phrases(
        "設備に|設備の|機械の|装置の|管理の|管理に|管理が|安全管理|監督|点検に|体制に|対応に|教育が|訓練が|設計に|施工に|製品に",
        "our equipment|our product|our supervision|supervision|our part|our training|our design|our checks|on our side",
        "our machine|our procedures",
    ),
    "flawed": _phrases(
        "欠陥|不備|不十分|甘かった|甘さ|ずさん|手抜き|至らな|行き届|不行き届|見込み違い",
        "defect|defective|flaw|flawed|inadequate|poor|lacking|careless|carelessness|sloppy|negligent",
    ),
    "counsel": _phrases(
        "法務|労務士|弁護人|労基署|監督署|当局|検察|警察から|保健所から|消防から|消防署から|監査法人|弁護士|顧問弁護士|法務部",
        "法務から|保険会社から",
        "lawyer|legal says|legal|barrister|labour inspectors|the regulator|the auditors|prosecutors|the inspectors|lawyers",
        "our lawyer|our solicitors|legal team|attorneys|our attorney|counsel|insurers|insurer",
    ),
    "advises": _phrases(
        "認めるな|言うな|指示が出|通じて|話をして|是正|指導|指摘|呼ばれ|立ち入り|捜索|聴取|注意を受|言い渡|言われ|助言|止められ",
        "認めない|話すな|コメントしない|口止め|相談して|協議|対応を検討",
        "must not|do not apologise|don't apologise|not apologise|not apologize|warned us|ordered us|raided|questioned|fined",
        "charged us|investigating us|told us|told me|advised us|advise us|say we|says we|not to admit|not to say",
        "advised against|asked us not",
    ),
    "victim": _phrases(
        "治療|入院|けがをされた方|亡くなられた方|遺された|病院代|医療費|被害者|被害に遭|遺族|ご遺族|負傷者|お客様|住民|近隣",
        "hospital bills|medical bills|your bills|funeral costs|the widow|patients|victims|victim|the injured|families|bereaved",
        "affected|claimants|plaintiffs",
    ),
    "redress": _phrases(
        "出します|お金は|払います|負担します|お支払い|弁償|持ちます|面倒を見|示談|和解|慰謝料|補償金|見舞金を払|違約金|治療費",
        "賠償",
        "we'll pay|we will pay|pay all|pay for|cover all|cover your|reimburse|out of court|settling|settle|settlement",
        "pay damages|pay for the|compensation|compensate|make good",
    ),
    "redress-due": _phrases(
        "補償|賠償|返金|損害|弁済",
        "compensation|refund|damages|claims",
    ),
    "refused": _phrases(
        "応じられ|応じかね|いたしかね|負いかね|認められ|いたしません|行いません",
        "will not pay|won't pay|refuse|refused|not pay|reject",
    ),
    "harm": _phrases(
        "ランサムウェアでは|身代金|金銭は|お金は|製品が原因|製品は原因|設備が原因|商品は|個人情報|データ|顧客リスト|名簿",
        "ウイルス|外から|商品で|製品は|製品と|火事と|事故と|体を壊|毒|入られ|触られ|見られて|情報が漏|情報の漏|情報漏|漏れた",
        "漏れは|漏れが|漏れも|流出|持ち出し|盗まれ|盗み|盗難|消失|失われ|侵入|侵害|悪用|閲覧され|見られた|ハッキング|攻撃",
        "健康への|健康被害|人体|放射|有害物質|有毒|化学物質|データは|情報は|番号が",
        "card details|your money|money is|ransomware|record|records|hackers|our product|our products|the air|the water|the fire",
        "customer list|passwords|malware|attackers|files|poison|leak|leaked|stolen|taken|lost|breach|breached|hacked|accessed",
        "exposed|risk|danger|damage|virus|health|contaminat",
    ),
    "absolute": _phrases(
        "ではありませんので|原因ではない|原因ではあり|支払っておりません|支払っていません|払っておりません|安全に守|すべて無事",
        "全て無事|お預かりしている|全然|安心を|ご安心|ご心配なく|無関係|関係ありません|関係はありません|無傷|大丈夫",
        "心配いりません|心配はいりません|無事でした|一件も|1件も|一人分も|わけではありません|ないと言え|百パーセント|一切",
        "まったく|全く|絶対|断言|あり得ま|ありえま|あり得な|ありえな|ゼロ|完全に守|完全に保|完全に無事|ひとつも|一つも|決して",
        "間違いなく|保証します|言い切れ|皆無|起きていません|起こっていません|出ていません|失われておら",
        "did not cause|not caused by|fully protected|nothing to worry|was not ransomware|all data is safe|unhurt|not one|relax",
        "promise|nothing to do with|perfectly fine|perfectly safe|did not get in|didn't get in|no way|rest assured|don't worry",
        "no need to worry|untouched|unharmed|trust us|totally fine|intact|in no danger|100%|impossible|absolutely|whatsoever",
        "at all|never|guarantee|certainly not|definitely not|in no way|cannot have|can't have|under no circumstances",
        "without any doubt|categorically|zero",
    ),
    "-absolute": _phrases(
        "絶対に触|絶対に近|絶対に入|絶対に開|絶対に使|絶対に飲|絶対に食|絶対に行|絶対に振|絶対に教|絶対に答|絶対に渡|絶対にし",
        "絶対に避|絶対に外|絶対に戻|決して触|決して近|決して開|決して教|決して応",
        "never give|never share|never ask|never leave|never drive|never use|never touch|never enter|never call|never open",
        "never click|never know|triple zero",
    ),
    "asks-you": _phrases(
        "尋ね|お聞き|聞くこと|求める|求めること|お願いすること|お伺い|気象|津波|地震|噴火|ワクチン",
        "ask you|ask for|request your|asking for|vaccin|tsunami",
    ),
    "all-safe": _phrases(
        "全員無事です|全員が無事です|全員無事でし|全員の無事を確認し|社員は無事です|社員は全員無事|従業員は全員無事",
        "everyone is safe|everybody is safe|all of us are safe|all staff are safe|all our staff are safe|all employees are safe",
    ),
    "hearsay": _phrases(
        "lineで|lineに|ツイッター|フェイスブック|ティックトック|インスタ|x上|町では|街では|世間|巷|近所で|知り合い|友人|友達",
        "親戚|誰かが|ある人|テレビ局|新聞|週刊|記者|まとめ記事|ブログ|口コミ|グループ|ご近所|タクシーの運転手|店の客|snsで",
        "snsに|snsでは|ネットで|ネット上|投稿|書き込み|書かれて|うわさ|噂|ツイート|つぶやき|掲示板|まとめサイト|動画が|近所の",
        "通行人|通りがかり|周りの|関係者の話|人づて|また聞き|知人|聞いた|聞きまし|耳にし|未確認|報道された|報じられた|記事に",
        "週刊誌|との話|との情報|という情報|という話",
        "blog|a blog|forum|in town|people in town|cousin|a friend|my friend|friends say|whatsapp|telegram|a newspaper",
        "the papers|a tv|tv station|taxi driver|customers say|locals|social media|twitter|facebook|tiktok|reddit|posts|a post",
        "viral|neighbour|neighbours|neighbor|neighbors|passer-by|bystander|people online|reports that|the story|the claim",
        "rumour|rumor|tabloid|unconfirmed|we hear|i heard|we heard|told us|someone told|word from|witnesses|commenters",
    ),
    "-hearsay": _phrases(
        "our public blog|our blog|our own blog|our facebook|our twitter|our social media|当社のsnsで|公式snsで|公式のsnsで",
    ),
    "says-so": _phrases(
        "騒がれ|騒いで|言いふら|伝えた|伝えて|報じ|書き込|聞くと|聞けば|話題|ささや|つけたのでは|噂|うわさ|憶測|とか|そうです",
        "そうだ|ようです|とのこと|らしい|といいます|と言って|と言われ|と書か|回って|広ま|広がって|飛び交|出回|話で|によると",
        "によれば|というが|傾い|爆発|倒産|逃げ|内部の",
        "think|thinks|claims|claim|wrote|writes|reports|reported|believes|believe|keep asking|calls us|blast|blasts|broke|says",
        "say|saying|said|smelled|smelt|saw|heard|hear|burning|explosion|exploded|leaning|bankrupt|gone|sinking|dead|fire",
    ),
    "refutes": _phrases(
        "うそ|嘘|誤解|当たっていません|相手にしま|違います|でっち|誇張|大げさ|否定します|誤りです|間違いです|嘘です|うそです",
        "でたらめ|虚偽です|事実ではあり|そのような事実は|根拠のない|作り話|誤報|肯定も否定も|コメントしません|まだ分かりません",
        "デマ|真実ではあり",
        "rubbish|we don't|not so|exaggerat|we deny|denied|ignore it|ignore them|made-up|wrong|are false|is false|are wrong",
        "is wrong|a hoax|hoax|not true|untrue|fake|fabricated|a lie|lies|nonsense|neither confirm|no truth|incorrect|baseless",
        "made up",
    ),
    "hedge": _phrases(
        "可能性もあ|になると思|と思われ|ではないかと|と見て|とみています|と推測|はっきりしませんが|おそらく|恐らく|たぶん|多分",
        "かもしれ|のはず|はずです|と思い|気がし|可能性が高|可能性が大|みています|みられ|濃厚|の線が|疑いが|疑いも|疑われ",
        "ようです|ようだ|推察|察する|見立て|勘では|感触|そうです|でしょうか|おおかた|どうやら|きっと|と考えて|怪しい|と踏んで",
        "引き金",
        "may have been|might be|could be|we'd expect|we would expect|can't be sure|cannot be sure|not sure|seems to have",
        "is thought to|thought to be|probably|hopefully|likely|most likely|perhaps|maybe|possibly|may have|might have",
        "could have|must have|suspect|suspected|suspects|we think|i think|we guess|looks like|seems|appears|being considered",
        "cannot rule out|can't rule out|should be fixed|should be back|we assume|to blame|in all likelihood|presumably",
        "apparently|we fear",
    ),
    "-hedge": _phrases(
        "the suspect|a suspect|suspect in|suspects in|one suspect|suspect is|murder suspect",
    ),
    "cause": _phrases(
        "犯行の|中の者|何者か|故意|弁を開け|発熱が|通信機器|外部の者|原因|老朽|劣化|落雷|漏電|過電流|放火|失火|たばこ|犯人",
        "元社員|内部の|内部犯|犯行|攻撃|ランサム|ウイルス|マルウェア|感染|設定|アップデート|更新|操作|人為|ミス|故障|配線|電池",
        "バッテリー|不正|侵入|サボタージュ|いたずら|手抜き|施工|経年|腐食|溶接|ショート|引き金",
        "inside job|on purpose|deliberately|network equipment|overheated|hit by a cyber|valve|lightning|wiring|arson|smoking",
        "cigarette|battery|ex-employee|former employee|insider|hacker|hackers|ransomware|malware|phishing|update|patch",
        "configuration|human error|mistake|corrosion|overload|short circuit|sabotage|operator|leak|virus|old pipe|old pipes",
        "fault|hack|attack|strike",
    ),
    "outcome": _phrases(
        "動かせ|動く|動ける|出せる|届く|昼以降|夕方以降|始発|開けられ|立ち直|復旧|直る|直り|直せ|再開|戻る|戻り|拡大|広がり",
        "長引|かかる|かかり|終わる|終わり|収まる|収まり|悪化|回復|解決|週いっぱい|月いっぱい|間に合",
        "be back|by noon|by tonight|up again|up by|fixed|back up|back online|worse|restored|over by|sorted|finished|resolved",
        "take days|take weeks|back to normal|all week",
    ),
    "hunch": _phrases(
        "みたいです|みたいだ|のではないでしょうか|だと思います|のだと思い|かと思います|ような気が|に違いありません|に違いない",
        "の線が有力|が有力です|この分だと|この調子だと|見当がつき|察しがつ|あてずっぽう|勘です",
        "i'd say|i would say|fingers crossed|almost certain|i reckon|we reckon|i guess|we guess|my guess|if you ask me",
        "somebody must|someone must have|must have left|no idea why|we have no idea|wouldn't be surprised|i bet|with any luck",
        "with luck|touch wood|knock on wood|god willing",
    ),
    "the-sky": _phrases(
        "台風|大雨|雨雲|降水|積雪|降雪|気温|天気|低気圧|前線|暴風|強風|波|満潮|水位|氾濫|火山|噴火|余震|花粉|黄砂|雷雨",
        "flood|rain|snow|storm|hurricane|tornado|wind|winds|river|forecast|temperature|temperatures|thunderstorm|thunderstorms",
        "tide|surf|wildfire|smoke|weather",
    ),
    "-do-not-spread": _phrases(
        "do not share photos|do not share video|do not share videos|do not share images|do not share footage|don't share photos",
        "don't share video|do not share unverified|do not share rumours|do not share rumors|do not share personal",
        "do not share your|don't share your|do not post photos|do not post video|don't post photos|don't post video",
    ),
    "do-not-spread": _phrases(
        "拡散しないで|拡散禁止",
        "don't share|do not share|do not circulate|do not post",
    ),
    "who-erred": _phrases(
        "担当者|作業員|社員|従業員|オペレータ|オペレーター|作業者|現場の者|新人",
        "staff member|staff member's|employee|employee's|operator|our technician|our engineer|a colleague|trainee|worker",
    ),
    "erred": _phrases(
        "ミス|誤操作|誤って|誤り|間違|不注意|うっかり|忘れ",
        "mistake|error|wrong button|carelessness|forgot|misread|pressed the wrong|mixed up|by accident",
    ),
    "customer-data": _phrases(
        "データに|データへの|情報に|情報への|個人情報は|個人情報に|顧客情報|会員情報|サイバー攻撃|不正アクセス|外部からの攻撃",
        "your data|customer data|personal data|cyber attack|cyberattack|hackers",
    ),
    "denies": _phrases(
        "影響はあり|影響はござ|影響ありま|影響はない|影響なし|によるものではあり|によるものではござ|問題はあり|問題はござ",
        "問題ありま|心配はあり",
        "no possibility|not affected|unaffected|nothing to do|was not behind|not behind",
    ),
}
