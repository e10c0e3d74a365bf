"""Variant forms of kanji in names, each before the one in use. Written by scripts/make_variant_table.py; do not edit.

Read out of ja-itaiji 1.0.2:

Copyright 2024 Manchuria Museum

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the “Software”), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

from __future__ import annotations

VARIANTS = (
    "夁一弎三丄上丅下幷並傡並䆥串䆤串㣋丹㐤丹镹久乆久㡱久㞢之漧乾亁乾乹乾㒃二㐅五忎仁屳仙僲仙仚仙㒨仙洢伊鄶会㣛会㞧会㑹会䩻伯"
    "䩗伯㶚伯㚘伴㑅作騃保緥保獃保堢保㙅保孞信䚱信㐰信訫信俁俣㒁俣㑨俣仺倉傢像圎元炛光炚光㫕光炗光灮光齯児郳児婗児朳八㭭八㧙八"
    "傔兼鈉内岀出磜切矵切鬋前歬前偂前疈副㽬副㨽副鉏助耝助刞助埶勢㔟勢䦹十圲千圱千羱原厡原乁及㕛友敂口辤司辝司敆合㪉合姞吉㮮吉"
    "詺名䫤名鄊向鄉向曏向龡吹䶴吹膐呂鉌和訸和盉和惒和喎和叧和剮和冎和㖞和咊和龢和啺唐䧜唐歖喜憘喜㐂喜銉四亖四囻国囯国䆐国囶国"
    "圡土嶳地墬地埊地埅地坔地岅坂窋堀隚堂坣堂㙶堂臤堅䋗堅碮堤坁堤䧑堤隄堤埞堤㙣場㙊場傹境廦壁昰夏夓夏亣大靝天靔天兲天䒶天夳太"
    "隩奥澚奥圫奥䯠奥䐿奥㠗奥嶴奥㝀好㚶姫㚦姫㜽子厇宅㡯宅穻宇㡰宇㝢宇㙑宇㝊守垨守侒安宊家䦙寺胒尻㞍尻㞑尾㞐居㝒居凥居剭屋㟚岐"
    "㞿岐罁岡瓨岡堈岡㼚岡㟵岡讘岩礹岩碞岩壧岩喦岩䜆岩巗岩嵓岩屽岸垾岸厈岸㟁岸隯島隝島㠀島嶹島隑崎陭崎徛崎﨑崎㟢崎㞩嵐鬊川㣉工"
    "絭巻弮巻婘巻勬巻勌巻䙛巻㢧巻顨巽愻巽巺巽㢲巽㱛布佈布㦂常羍幸婞幸㚔幸胕府閮庭靷引㧈引侀形彥彦惪徳恴徳㥁徳㥀徳䏯志卄念㤙恩"
    "戶戸㦿戸歽折搚折㪧折㩉折齍斉璾斉斊斉亝斉夈斎䬩斎䄢斎㪰斎奜斐淓方汸方㕫方囸日囩日眀明朙明曐星㽮星皨星萅春㫩春旾春㫑時旹時"
    "暻景幜景㬴月韛服㰆服琞望朢望鼌朝鼂朝朩木楍本夵本㮺本煔杉炶杉櫼杉杦杉檆杉䤚李樤条逨来猍来倈来俫来枀松庺松䰌松䯳松㮤松梥松"
    "柗松闆板呮枝䅩枝㩽枝樜柘䂞柘櫾柚橮柳栁柳桺柳祡柴枾柿柹柿捿栖㮚栗凓栗筀桂桒桑坆梅槑梅梸梨棃梨㯰植桘椎櫄椿杶椿柟楠枏楠㦡楽"
    "檟榎槚榎櫎横撗横橫横㭴樫鞽橋墧橋䢪橋槗橋楖櫛㱏正䟼武鈚比箎比筂比竾比䶵比䚹比夶比餼気暣気䬣気䊠気㫓気炁気沝水氺水祌沖乿治"
    "灥泉洤泉㟫泉灒浅㳨浅濵浜㴱深灁淵渆淵渁淵㶜淵㴊淵囦淵酟添沗添淸清瀒渋濇渋歰渋㴔渋歮渋漚渥燙湯漡湯㳰溝桼漆瀨瀬燳照㷖照炤照"
    "瞾照曌照爫爪㕚爪牉片牜牛嘼狩䐗猪蝯猿猨猿苽瓜鉼瓶硑瓶砯瓶䍈瓶缾瓶甁瓶㽒生鉀甲䵺町橊留㽞留畱留僜登㿟白菂的旳的墑的㢩的賹益"
    "淢益惐益㳼益㳑益鎜盤洀盤柈盤䰔盤䰉盤䄷石䂖石畗福鞧秋秌秋穟穂窐窪瓾窪䨟窪漥窪䓯竹筩筒筿篠䅇粟糹糸䌝紺䦇結菉緑綠緑緖緒綕織"
    "寘置羙美嬍美媺美䨒羽脵股髵能螚能耏能熋能洏能䘅能䏻能䏮脇芐芦菕花蘤花芲花菦芹斳芹䓅芹叒若藡荻蔐荻葌菅䕮菊䔖菱枽葉枼葉䈎葉"
    "䕘蓮䙏薄䕨藤蠯蜂螷蜂蜯蜂蛖蜂蚄蜂硥蜂䰷蜂䗦蜂䖫蜂䗬蜂蠭蜂䘙衛帒袋褲袴絝袴卥西㢴西龣角觮角捔角昘訪謅諏訬諏㗙諏㑳諏㑇諏㘌谷"
    "㖸谷鄷豊仹豊䒠豊蛽貝毌貫䝺貫烾赤灻赤趏越䟠越掄輪敀迫廹迫遬速劮逸逰遊汓遊斿遊䢟遊䢊遊㳺遊衟道衜道噵道迖達㣵達㒓達逺遠郍那"
    "㖠那郶部鄕郷丣酒褈重緟重㙒野壄野釒金鐹鍋鈛鍋劆鎌䥥鎌鐮鎌仧長镸長兏長閅門䦐開閒間闗関閞関㭓関堦階㲾雨靑青寈青檒風凬風凨風"
    "飌風凮風飰飯䬮飼飤飼麘香䅨香㿝香憍駒嘐駒䮦駒㤭駒髙高䐳魚䏸魚䁩魚鷉鵜鷈鵜鴺鵜䴘鵜鶮鶴隺鶴䳽鶴䧼鶴鸖鶴靏鶴靎鶴廘鹿䴪鹿蔴麻"
)
