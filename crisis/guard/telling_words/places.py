"""Rooms and what happens there, doors and how they open: words by the part that they play in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.guard.word_parts import phrases_of as _phrases

PLACES: Mapping[str, tuple[str, ...]] = {
    "inside": _phrases(
        "グラウンド|テント|運動場|喫煙室|寄宿舎|宿舎|男子トイレ|女子トイレ|個室|薬品庫|大会議室|駐機場|南館|北館|東館|西館|和室",
        "控え室|控室|郵便室|書庫|立体駐車場|機材庫|物置|陰に|印刷室|応接間|宿直室|当直室|園舎|体育倉庫|物品庫|炉|吹き抜け|更衣",
        "体育館|非常階段|ロビー|ロッカー|廊下|階段|踊り場|給湯|医務室|守衛|警備室|搬入口|搬出口|裏口|通用口|裏門|東門|西門|南門",
        "北門|正門|更衣室|危険物|薬品棚|保管庫|電源室|受変電|変電室|屋上|地下駐車場|食堂|休憩|仮眠|ボイラー|機械室|倉庫の奥",
        "第1倉庫|第2倉庫|第3倉庫|第一倉庫|第二倉庫|第三倉庫|号倉庫|天井裏|床下|配電盤|分電盤|トイレ|便所|渡り廊下|中庭|会議室",
        "応接|役員フロア|フロア|西棟|東棟|南棟|北棟|新館|別館|旧館|資材|金庫室|サーバー室|実験室|研究棟|作業場|タンク|製造棟",
        "事務棟|棟の|受付の|荷さばき|駐輪場|車庫|仮置き|喫煙所",
        "toilet cubicle|cubicle|smoking room|tents|tent|sports ground|south building|north building|dorm|dormitory|on 5 south",
        "fuse box|laundry|mail room|shed|bike store|bike shed|nursery|level 2|level 3|level 4|ground floor|waiting room",
        "store cupboard|garage|bunker|stage|gym|common room|yard|lobby|locker|lockers|warehouse 1|warehouse 2|warehouse 3",
        "warehouse a|warehouse b|locker room|corridor|stairwell|staircase|kitchenette|canteen|first-aid room|guard hut",
        "guard house|loading bay|loading dock|back door|rear entrance|basement|electrical room|boiler room|plant room",
        "changing room|changing rooms|store room|storeroom|roof|rooftop|west wing|east wing|north wing|south wing|car park",
        "workshop|meeting room|break room|lift shaft|elevator shaft|ceiling void|toilet|toilets|restroom|reception desk",
        "laboratory|chemical store|tank|attic|cellar|server room|hallway|mailroom|archive",
    ),
    "spot": _phrases(
        "横に|門横|横で|脇で|前で|裏で|東側|西側|南側|北側|個室に|壁に|1階|2階|3階|4階|5階|6階|7階|8階|机の|机の上|棚|層目|陰",
        "一番奥|向かい|天井板|箱は|踊り場|前の|室前|棟の|の奥|奥の|の右|右側|左側|の左|の横|横の|わき|脇|そば|の裏|裏の|の前",
        "手前|の下|の上|の隣|隣の|突き当たり|角|列目|番目|段目|中央|付近|あたり|辺り|内で|の中|の隅|隅の|天井|床|壁|女子|男子",
        "だけ",
        "east side|west side|south side|north side|4th floor|3rd floor|2nd floor|5th floor|table|on the table|shelf|opposite",
        "across the|behind the|moved everyone|level|in the|next to the|inside the|upstairs|downstairs|at the back|in the back",
        "behind|beside|next to|left-hand|right-hand|on the left|on the right|under the|above the|in front of|the far end|corner",
        "in the main|end of the|ceiling|floor|of warehouse|of the warehouse|row|rear|near the|by the|of the building|where the",
    ),
    "place-event": _phrases(
        "集合|退避|ひびが|泊まって|ありました|持ち出され|置きます|設け|詰めて|移りました|移って|あります|外れま|隠れ|寝て",
        "休んで|濡れた|爆発物|出火|火元|煙|燃え|発火|爆発|異臭|におい|不審|見つか|発見|亀裂|ひび|落ち|落下|崩れ|割れ|つかり",
        "浸水|漏れ|避難した|避難して|集まって|集まっ|待機|手当|倒れ|けが|保管|置いて|置かれ|預け|隠し|入れます|入れる|入って",
        "使えません|使えます|侵入|押し入|破られ|こじ|閉じ込め|停電|電気が|火災|ガス|薬品",
        "left in|was left|staying|our people|bag|in the tents|hiding|moved|sits|sit|it started|box with|wires|sleeping",
        "sheltered|resting|smoke|fire|flames|began|broke out|started|explosion|smell|package|suspicious|found|crack|cracked",
        "collapsed|fell|flooded|leak|leaking|sheltering|gathered|waiting|treated|stored|kept|broke in|got in|trapped|damaged",
        "power is out|power out|burning|use the|enter by|enter through|come in",
    ),
    "open-place": _phrases(
        "お使いいただけ|ご利用いただけ|児童|生徒|バス|市立|町立|県立|仮設|ペット|園児募集|避難所|給水|受付|窓口|会場|開設|臨時休館|休館|図書館|公民館",
        "体育館を|駅の|駅構内|空港|停留所|センター|市役所|県庁|区役所|役場|庁舎|開放|相談|スタンプ|売り場|売場|展示|住宅|住まい",
        "自宅|家庭|ご家庭|がけ|崖|マンション|公園|道路|橋|川|トンネル|学校|小学校|中学校|高校|お越し|お持ちください|配布|ご利用",
        "お手洗い|お客さま用",
        "students|pupils|parents|car park at|leisure centre|tesco|gymnasium|clinic|vaccination|book drop|pick up|collect",
        "parking|drivers|customers can|shelter|library|museum|gallery|station|airport|terminal|visitors|open to|school|church",
        "community|residents|your home|your house|homes|neighborhood|street|road|trail|park|town hall|city hall|zoo|mall|county",
        "passengers|move valuables|pets|move to|if you|donat",
    ),
    "-open-place": _phrases(
        "car park|car parks",
    ),
    "opener": _phrases(
        "合い言葉|保管庫|電子ロック|テンキー|通してもら|入口|勝手口|車庫|番号錠|ナンバー|管理画面|マスターキー|入館証|通用口|裏口|玄関",
        "ドア|扉|鍵|かぎ|カギ|スペアキー|合鍵|キーボックス|金庫|錠|ゲート|シャッター|ロッカー|暗証|番号|合言葉|パスワード",
        "パスコード|パス|ダイヤル|入館|入室|入退室|会議|オートロック|門|ログイン|安否サイト|守衛|警備員",
        "keypad|side door|store room|keys to|meeting password|shed key|the dial|dial|admin password|master key|key card|keycard",
        "at the gate|the gate|cupboard key|van keys|keys|wi-fi|wifi|back door|front door|the door|gate|key box|keybox|lockbox",
        "lock box|the safe|safe combination|safe code|combination|spare key|the key|the lock|padlock|password|passcode",
        "passphrase|pass phrase|pin|wi-fi key|alarm code|log in|login|log on|sign in|the guard|locker|door code|entry code",
        "shutter|the code",
    ),
    "derived": _phrases(
        "社名+|会社名+|会社名と|社名と|メーターボックス|昨日と同じ|先週と同じ|前回と同じ|以前と同じ|の順に押|引き出しにあ",
        "引き出しの|受付にあ|略称|箱に入れて|箱に入って|箱の中|引き出しに|下に置|植え込み|室外機|全員共通|共通に|と告げ",
        "と言って|合わせて|去年と|同じ四つ|同じ数字|ぶら下げ|入れっぱなし|差したまま|頭文字|誕生日|記念日|創立|設立日|創業年",
        "西暦|電話番号|郵便番号|下4桁|下四桁|末尾|社名|会社名|店名|ローマ字|小文字|生年月日|逆さ|逆から|続けて|2回|二回|3つ",
        "いつもの番号|前と同じ|去年と同じ|初期値|初期設定のまま|工場出荷|番地|年号|並び|順番に|右に|左に|時計回り|植木鉢",
        "郵便受け|ポストの中|マットの下|消火器|表札|看板の裏|傘立て|机の|引き出し|と言えば|と伝えれば|と名乗|と答え|合図|ノック",
        "ゼロが|のままです|北極星|四桁|4桁|六桁|6桁|社員番号",
        "in the box|in a box|box by|box under|name plus|our name|company name|drawer|postcode|post code|office address|year we",
        "hangs|hydrant|under a|in the drawer|on a hook|inside the box|inside the hydrant|our initials|initials|house number",
        "shares the same|share the same|the same password|let you in|they'll let you|say \"|behind the bin|behind the",
        "above the door|on top of|is hidden|taped to|three, six|left in the|founding date|birthday|birth date|date of birth",
        "anniversary|phone number|last four|last four digits|name of the|this year|backwards|in reverse|twice|same as",
        "same as last|factory default|the default|the usual|zip code|flower pot|flowerpot|doormat|the mat|letterbox|mailbox",
        "fire extinguisher|behind the sign|meter box|right three|turn right|left seven|clockwise|staff number|employee number",
        "knock|say the word|if you forgot|forgot your badge|four zeros|followed by|all ones|capital letters|lower case",
        "lowercase",
    ),
    "advice-on-secrets": _phrases(
        "受験番号|合否|の設定が|設定が必要|お持ちの方|避け|使い回|変更|推測|設定し|尋ね|聞き|教え|お聞き|入力しない|入力させ|求め|盗|"
        "だまし",
        "騙|詐欺|フィッシング|再設定|忘れた場合|お忘れ|確認のうえ|不審|ご注意|無料|お客様番号|お問い合わせ|録音|電話帳|伝言",
        "ご用意|お手元|予約|印字|記載",
        "to see your|your account|your customer number|171|never|avoid|don't use|do not use|change|reset|scam|fraud|phishing",
        "will not ask|won't ask|not required|no password|if you forget|strong|unique|free|guess|stolen|we ask|reuse|dial",
        "helpline|hotline|hard to guess|update your|to verify",
    ),
    "power-source": _phrases(
        "非常電源|自家発電|ポータブル電源|非常灯|内燃|発電機|非常用電源|予備電源|無停電|蓄電池|バッテリー|燃料|軽油",
        "the battery|back-up power|ups|generator|generators|backup power|emergency power|batteries|diesel|standby power",
    ),
    "lasts": _phrases(
        "ごろまで|しか持|までしか|時まで|持ちませ|時間分|時間しか|時間でなく|時間で切|時間で止|時間で尽|あと|もちます|もたない",
        "保ちます|まで持|残量|残り|夜まで|朝まで|明け方まで",
        "for about|eight hours|six hours|four hours|two hours|ten hours|twelve hours|hours more|until about|until nine",
        "till morning|another hour|more hours|hours left|hours of|until morning|until midnight|run out|runs out|will last|lasts",
        "is low|running low",
    ),
    "takings": _phrases(
        "売上金|現金|つり銭|釣銭|貴金属|商品券",
        "takings|the cash|cash box|jewellery|petty cash",
    ),
    "left-lying": _phrases(
        "入れたまま|置いたまま|置いてあり|置きっぱなし|金庫に入れず|そのままに",
        "stay in the|stays in the|left in the|kept in the|is in the till|are in the till",
    ),
}
