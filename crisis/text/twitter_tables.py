"""Tables of facts that decide how X counts. Written by scripts/make_twitter_tables.py; do not edit.

Top-level domains are those of twitter-text 3.1.0: Copyright 2018 Twitter, Inc.; Apache License, Version 2.0.
Emoji are those of twemoji-parser 11.0.2: Copyright (c) 2018 Twitter, Inc.; MIT License:

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

TLDS = (
    "aaa aarp abarth abb abbott abbvie abc able abogado abudhabi ac academy accenture accountant accountants aco "
    "active actor ad adac ads adult ae aeg aero aetna af afamilycompany afl africa ag agakhan agency ai aig aigo "
    "airbus airforce airtel akdn al alfaromeo alibaba alipay allfinanz allstate ally alsace alstom am "
    "americanexpress americanfamily amex amfam amica amsterdam an analytics android anquan anz ao aol apartments "
    "app apple aq aquarelle ar arab aramco archi army arpa art arte as asda asia associates at athleta attorney "
    "au auction audi audible audio auspost author auto autos avianca aw aws ax axa az azure ba baby baidu "
    "banamex bananarepublic band bank bar barcelona barclaycard barclays barefoot bargains baseball basketball "
    "bauhaus bayern bb bbc bbt bbva bcg bcn bd be beats beauty beer bentley berlin best bestbuy bet bf bg bh "
    "bharti bi bible bid bike bing bingo bio biz bj bl black blackfriday blanco blockbuster blog bloomberg blue "
    "bm bms bmw bn bnl bnpparibas bo boats boehringer bofa bom bond boo book booking boots bosch bostik boston "
    "bot boutique box bq br bradesco bridgestone broadway broker brother brussels bs bt budapest bugatti build "
    "builders business buy buzz bv bw by bz bzh ca cab cafe cal call calvinklein cam camera camp cancerresearch "
    "canon capetown capital capitalone car caravan cards care career careers cars cartier casa case caseih cash "
    "casino cat catering catholic cba cbn cbre cbs cc cd ceb center ceo cern cf cfa cfd cg ch chanel channel "
    "charity chase chat cheap chintai chloe christmas chrome chrysler church ci cipriani circle cisco citadel "
    "citi citic city cityeats ck cl claims cleaning click clinic clinique clothing cloud club clubmed cm cn co "
    "coach codes coffee college cologne com comcast commbank community company compare computer comsec condos "
    "construction consulting contact contractors cooking cookingchannel cool coop corsica country coupon coupons "
    "courses cpa cr credit creditcard creditunion cricket crown crs cruise cruises csc cu cuisinella cv cw cx cy "
    "cymru cyou cz dabur dad dance data date dating datsun day dclk dds de deal dealer deals degree delivery "
    "dell deloitte delta democrat dental dentist desi design dev dhl diamonds diet digital direct directory "
    "discount discover dish diy dj dk dm dnp do docs doctor dodge dog doha domains doosan dot download drive dtv "
    "dubai duck dunlop duns dupont durban dvag dvr dz earth eat ec eco edeka edu education ee eg eh email emerck "
    "energy engineer engineering enterprises epost epson equipment er ericsson erni es esq estate esurance et "
    "etisalat eu eurovision eus events everbank exchange expert exposed express extraspace fage fail fairwinds "
    "faith family fan fans farm farmers fashion fast fedex feedback ferrari ferrero fi fiat fidelity fido film "
    "final finance financial fire firestone firmdale fish fishing fit fitness fj fk flickr flights flir florist "
    "flowers flsmidth fly fm fo foo food foodnetwork football ford forex forsale forum foundation fox fr free "
    "fresenius frl frogans frontdoor frontier ftr fujitsu fujixerox fun fund furniture futbol fyi ga gal gallery "
    "gallo gallup game games gap garden gay gb gbiz gd gdn ge gea gent genting george gf gg ggee gh gi gift "
    "gifts gives giving gl glade glass gle global globo gm gmail gmbh gmo gmx gn godaddy gold goldpoint golf goo "
    "goodhands goodyear goog google gop got gov gp gq gr grainger graphics gratis green gripe grocery group gs "
    "gt gu guardian gucci guge guide guitars guru gw gy hair hamburg hangout haus hbo hdfc hdfcbank health "
    "healthcare help helsinki here hermes hgtv hiphop hisamitsu hitachi hiv hk hkt hm hn hockey holdings holiday "
    "homedepot homegoods homes homesense honda honeywell horse hospital host hosting hot hoteles hotels hotmail "
    "house how hr hsbc ht htc hu hughes hyatt hyundai ibm icbc ice icu id ie ieee ifm iinet ikano il im imamat "
    "imdb immo immobilien in inc industries infiniti info ing ink institute insurance insure int intel "
    "international intuit investments io ipiranga iq ir irish is iselect ismaili ist istanbul it itau itv iveco "
    "iwc jaguar java jcb jcp je jeep jetzt jewelry jio jlc jll jm jmp jnj jo jobs joburg jot joy jp jpmorgan "
    "jprs juegos juniper kaufen kddi ke kerryhotels kerrylogistics kerryproperties kfh kg kh ki kia kim kinder "
    "kindle kitchen kiwi km kn koeln komatsu kosher kp kpmg kpn kr krd kred kuokgroup kw ky kyoto kz la lacaixa "
    "ladbrokes lamborghini lamer lancaster lancia lancome land landrover lanxess lasalle lat latino latrobe law "
    "lawyer lb lc lds lease leclerc lefrak legal lego lexus lgbt li liaison lidl life lifeinsurance lifestyle "
    "lighting like lilly limited limo lincoln linde link lipsy live living lixil lk llc llp loan loans locker "
    "locus loft lol london lotte lotto love lpl lplfinancial lr ls lt ltd ltda lu lundbeck lupin luxe luxury lv "
    "ly ma macys madrid maif maison makeup man management mango map market marketing markets marriott marshalls "
    "maserati mattel mba mc mcd mcdonalds mckinsey md me med media meet melbourne meme memorial men menu meo "
    "merckmsd metlife mf mg mh miami microsoft mil mini mint mit mitsubishi mk ml mlb mls mm mma mn mo mobi "
    "mobile mobily moda moe moi mom monash money monster montblanc mopar mormon mortgage moscow moto motorcycles "
    "mov movie movistar mp mq mr ms msd mt mtn mtpc mtr mu museum mutual mutuelle mv mw mx my mz na nab nadex "
    "nagoya name nationwide natura navy nba nc ne nec net netbank netflix network neustar new newholland news "
    "next nextdirect nexus nf nfl ng ngo nhk ni nico nike nikon ninja nissan nissay nl no nokia "
    "northwesternmutual norton now nowruz nowtv np nr nra nrw ntt nu nyc nz obi observer off office okinawa "
    "olayan olayangroup oldnavy ollo om omega one ong onion onl online onyourside ooo open oracle orange org "
    "organic orientexpress origins osaka otsuka ott ovh pa page pamperedchef panasonic panerai paris pars "
    "partners parts party passagens pay pccw pe pet pf pfizer pg ph pharmacy phd philips phone photo photography "
    "photos physio piaget pics pictet pictures pid pin ping pink pioneer pizza pk pl place play playstation "
    "plumbing plus pm pn pnc pohl poker politie porn post pr pramerica praxi press prime pro prod productions "
    "prof progressive promo properties property protection pru prudential ps pt pub pw pwc py qa qpon quebec "
    "quest qvc racing radio raid re read realestate realtor realty recipes red redstone redumbrella rehab reise "
    "reisen reit reliance ren rent rentals repair report republican rest restaurant review reviews rexroth rich "
    "richardli ricoh rightathome ril rio rip rmit ro rocher rocks rodeo rogers room rs rsvp ru rugby ruhr run rw "
    "rwe ryukyu sa saarland safe safety sakura sale salon samsclub samsung sandvik sandvikcoromant sanofi sap "
    "sapo sarl sas save saxo sb sbi sbs sc sca scb schaeffler schmidt scholarships school schule schwarz science "
    "scjohnson scor scot sd se search seat secure security seek select sener services ses seven sew sex sexy sfr "
    "sg sh shangrila sharp shaw shell shia shiksha shoes shop shopping shouji show showtime shriram si silk sina "
    "singles site sj sk ski skin sky skype sl sling sm smart smile sn sncf so soccer social softbank software "
    "sohu solar solutions song sony soy space spiegel sport spot spreadbetting sr srl srt ss st stada staples "
    "star starhub statebank statefarm statoil stc stcgroup stockholm storage store stream studio study style su "
    "sucks supplies supply support surf surgery suzuki sv swatch swiftcover swiss sx sy sydney symantec systems "
    "sz tab taipei talk taobao target tatamotors tatar tattoo tax taxi tc tci td tdk team tech technology tel "
    "telecity telefonica temasek tennis teva tf tg th thd theater theatre tiaa tickets tienda tiffany tips tires "
    "tirol tj tjmaxx tjx tk tkmaxx tl tm tmall tn to today tokyo tools top toray toshiba total tours town toyota "
    "toys tp tr trade trading training travel travelchannel travelers travelersinsurance trust trv tt tube tui "
    "tunes tushu tv tvs tw tz ua ubank ubs uconnect ug uk um unicom university uno uol ups us uy uz va vacations "
    "vana vanguard vc ve vegas ventures verisign verm\xf6gensberater verm\xf6gensberatung versicherung vet vg vi "
    "viajes video vig viking villas vin vip virgin visa vision vista vistaprint viva vivo vlaanderen vn vodka "
    "volkswagen volvo vote voting voto voyage vu vuelos wales walmart walter wang wanggou warman watch watches "
    "weather weatherchannel webcam weber website wed wedding weibo weir wf whoswho wien wiki williamhill win "
    "windows wine winners wme wolterskluwer woodside work works world wow ws wtc wtf xbox xerox xfinity xihuan "
    "xin xperia xxx xyz yachts yahoo yamaxun yandex ye yodobashi yoga yokohama you youtube yt yun za zappos zara "
    "zero zip zippo zm zone zuerich zw \u03b5\u03bb \u03b5\u03c5 \u0431\u0433 \u0431\u0435\u043b "
    "\u0434\u0435\u0442\u0438 \u0435\u044e \u043a\u0430\u0442\u043e\u043b\u0438\u043a \u043a\u043e\u043c "
    "\u043c\u043a\u0434 \u043c\u043e\u043d \u043c\u043e\u0441\u043a\u0432\u0430 "
    "\u043e\u043d\u043b\u0430\u0439\u043d \u043e\u0440\u0433 \u0440\u0443\u0441 \u0440\u0444 "
    "\u0441\u0430\u0439\u0442 \u0441\u0440\u0431 \u0443\u043a\u0440 \u049b\u0430\u0437 \u0570\u0561\u0575 "
    "\u05e7\u05d5\u05dd \u0627\u0628\u0648\u0638\u0628\u064a \u0627\u062a\u0635\u0627\u0644\u0627\u062a "
    "\u0627\u0631\u0627\u0645\u0643\u0648 \u0627\u0644\u0627\u0631\u062f\u0646 "
    "\u0627\u0644\u0628\u062d\u0631\u064a\u0646 \u0627\u0644\u062c\u0632\u0627\u0626\u0631 "
    "\u0627\u0644\u0633\u0639\u0648\u062f\u064a\u0629 \u0627\u0644\u0639\u0644\u064a\u0627\u0646 "
    "\u0627\u0644\u0645\u063a\u0631\u0628 \u0627\u0645\u0627\u0631\u0627\u062a \u0627\u06cc\u0631\u0627\u0646 "
    "\u0628\u0627\u0631\u062a \u0628\u0627\u0632\u0627\u0631 \u0628\u064a\u062a\u0643 "
    "\u0628\u06be\u0627\u0631\u062a \u062a\u0648\u0646\u0633 \u0633\u0648\u062f\u0627\u0646 "
    "\u0633\u0648\u0631\u064a\u0629 \u0634\u0628\u0643\u0629 \u0639\u0631\u0627\u0642 \u0639\u0631\u0628 "
    "\u0639\u0645\u0627\u0646 \u0641\u0644\u0633\u0637\u064a\u0646 \u0642\u0637\u0631 "
    "\u0643\u0627\u062b\u0648\u0644\u064a\u0643 \u0643\u0648\u0645 \u0645\u0635\u0631 "
    "\u0645\u0644\u064a\u0633\u064a\u0627 \u0645\u0648\u0628\u0627\u064a\u0644\u064a "
    "\u0645\u0648\u0631\u064a\u062a\u0627\u0646\u064a\u0627 \u0645\u0648\u0642\u0639 "
    "\u0647\u0645\u0631\u0627\u0647 \u067e\u0627\u06a9\u0633\u062a\u0627\u0646 \u0680\u0627\u0631\u062a "
    "\u0915\u0949\u092e \u0928\u0947\u091f \u092d\u093e\u0930\u0924 \u092d\u093e\u0930\u0924\u092e\u094d "
    "\u092d\u093e\u0930\u094b\u0924 \u0938\u0902\u0917\u0920\u0928 \u09ac\u09be\u0982\u09b2\u09be "
    "\u09ad\u09be\u09b0\u09a4 \u09ad\u09be\u09f0\u09a4 \u0a2d\u0a3e\u0a30\u0a24 \u0aad\u0abe\u0ab0\u0aa4 "
    "\u0b2d\u0b3e\u0b30\u0b24 \u0b87\u0ba8\u0bcd\u0ba4\u0bbf\u0baf\u0bbe \u0b87\u0bb2\u0b99\u0bcd\u0b95\u0bc8 "
    "\u0b9a\u0bbf\u0b99\u0bcd\u0b95\u0baa\u0bcd\u0baa\u0bc2\u0bb0\u0bcd \u0c2d\u0c3e\u0c30\u0c24\u0c4d "
    "\u0cad\u0cbe\u0cb0\u0ca4 \u0d2d\u0d3e\u0d30\u0d24\u0d02 \u0dbd\u0d82\u0d9a\u0dcf \u0e04\u0e2d\u0e21 "
    "\u0e44\u0e17\u0e22 \u0ea5\u0eb2\u0ea7 \u10d2\u10d4 \u307f\u3093\u306a \u30af\u30e9\u30a6\u30c9 "
    "\u30b0\u30fc\u30b0\u30eb \u30b3\u30e0 \u30b9\u30c8\u30a2 \u30bb\u30fc\u30eb "
    "\u30d5\u30a1\u30c3\u30b7\u30e7\u30f3 \u30dd\u30a4\u30f3\u30c8 \u4e16\u754c \u4e2d\u4fe1 \u4e2d\u56fd "
    "\u4e2d\u570b \u4e2d\u6587\u7f51 \u4f01\u4e1a \u4f5b\u5c71 \u4fe1\u606f \u5065\u5eb7 \u516b\u5366 "
    "\u516c\u53f8 \u516c\u76ca \u53f0\u6e7e \u53f0\u7063 \u5546\u57ce \u5546\u5e97 \u5546\u6807 \u5609\u91cc "
    "\u5609\u91cc\u5927\u9152\u5e97 \u5728\u7ebf \u5927\u4f17\u6c7d\u8f66 \u5927\u62ff \u5929\u4e3b\u6559 "
    "\u5a31\u4e50 \u5bb6\u96fb \u5de5\u884c \u5e7f\u4e1c \u5fae\u535a \u6148\u5584 \u6211\u7231\u4f60 "
    "\u624b\u673a \u624b\u8868 \u62db\u8058 \u653f\u52a1 \u653f\u5e9c \u65b0\u52a0\u5761 \u65b0\u95fb "
    "\u65f6\u5c1a \u66f8\u7c4d \u673a\u6784 \u6de1\u9a6c\u9521 \u6e38\u620f \u6fb3\u9580 \u70b9\u770b "
    "\u73e0\u5b9d \u79fb\u52a8 \u7ec4\u7ec7\u673a\u6784 \u7f51\u5740 \u7f51\u5e97 \u7f51\u7ad9 \u7f51\u7edc "
    "\u8054\u901a \u8bfa\u57fa\u4e9a \u8c37\u6b4c \u8d2d\u7269 \u901a\u8ca9 \u96c6\u56e2 "
    "\u96fb\u8a0a\u76c8\u79d1 \u98de\u5229\u6d66 \u98df\u54c1 \u9910\u5385 \u9999\u683c\u91cc\u62c9 \u9999\u6e2f "
    "\ub2f7\ub137 \ub2f7\ucef4 \uc0bc\uc131 \ud55c\uad6d "
)

# What follows an emoji's first code point → the first code points that it follows; U+1F3FB stands for any skin tone.
EMOJI_TAILS = {
    "\u20e3": ("#*0123456789"),
    "\ufe0f": (
        "\xa9\xae\u203c\u2049\u2122\u2139\u2194\u2195\u2196"
        "\u2197\u2198\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf"
        "\u23ed\u23ee\u23ef\u23f1\u23f2\u23f8\u23f9\u23fa\u24c2"
        "\u25aa\u25ab\u25b6\u25c0\u25fb\u25fc\u25fd\u25fe\u2600"
        "\u2601\u2602\u2603\u2604\u260e\u2611\u2614\u2615\u2618"
        "\u261d\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638"
        "\u2639\u263a\u2640\u2642\u2648\u2649\u264a\u264b\u264c"
        "\u264d\u264e\u264f\u2650\u2651\u2652\u2653\u265f\u2660"
        "\u2663\u2665\u2666\u2668\u267b\u267f\u2692\u2693\u2694"
        "\u2695\u2696\u2697\u2699\u269b\u269c\u26a0\u26a1\u26aa"
        "\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf"
        "\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0\u26f1\u26f2\u26f3"
        "\u26f4\u26f5\u26f7\u26f8\u26f9\u26fa\u26fd\u2702\u2708"
        "\u2709\u270c\u270d\u270f\u2712\u2714\u2716\u271d\u2721"
        "\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934"
        "\u2935\u2b05\u2b06\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030"
        "\u303d\u3297\u3299\U0001f004\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f202"
        "\U0001f21a\U0001f22f\U0001f237\U0001f321\U0001f324\U0001f325\U0001f326\U0001f327\U0001f328"
        "\U0001f329\U0001f32a\U0001f32b\U0001f32c\U0001f336\U0001f37d\U0001f396\U0001f397\U0001f399"
        "\U0001f39a\U0001f39b\U0001f39e\U0001f39f\U0001f3cb\U0001f3cc\U0001f3cd\U0001f3ce\U0001f3d4"
        "\U0001f3d5\U0001f3d6\U0001f3d7\U0001f3d8\U0001f3d9\U0001f3da\U0001f3db\U0001f3dc\U0001f3dd"
        "\U0001f3de\U0001f3df\U0001f3f3\U0001f3f5\U0001f3f7\U0001f43f\U0001f441\U0001f4fd\U0001f549"
        "\U0001f54a\U0001f56f\U0001f570\U0001f573\U0001f574\U0001f575\U0001f576\U0001f577\U0001f578"
        "\U0001f579\U0001f587\U0001f58a\U0001f58b\U0001f58c\U0001f58d\U0001f590\U0001f5a5\U0001f5a8"
        "\U0001f5b1\U0001f5b2\U0001f5bc\U0001f5c2\U0001f5c3\U0001f5c4\U0001f5d1\U0001f5d2\U0001f5d3"
        "\U0001f5dc\U0001f5dd\U0001f5de\U0001f5e1\U0001f5e3\U0001f5e8\U0001f5ef\U0001f5f3\U0001f5fa"
        "\U0001f6cb\U0001f6cd\U0001f6ce\U0001f6cf\U0001f6e0\U0001f6e1\U0001f6e2\U0001f6e3\U0001f6e4"
        "\U0001f6e5\U0001f6e9\U0001f6f0\U0001f6f3"
    ),
    "\U0001f1e6": (
        "\U0001f1e7\U0001f1e8\U0001f1ea\U0001f1ec\U0001f1f1\U0001f1f2\U0001f1f3\U0001f1f5\U0001f1f6"
        "\U0001f1f8\U0001f1f9\U0001f1fa\U0001f1fb\U0001f1ff"
    ),
    "\U0001f1e7": ("\U0001f1e7\U0001f1ec\U0001f1f1\U0001f1f8"),
    "\U0001f1e8": (
        "\U0001f1e6\U0001f1e8\U0001f1ea\U0001f1ee\U0001f1f1\U0001f1f2\U0001f1f3\U0001f1f8\U0001f1f9\U0001f1fb"
    ),
    "\U0001f1e9": ("\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1ec\U0001f1ee\U0001f1f2\U0001f1f8\U0001f1f9"),
    "\U0001f1ea": (
        "\U0001f1e6\U0001f1e7\U0001f1e9\U0001f1ea\U0001f1ec\U0001f1ee\U0001f1ef\U0001f1f0\U0001f1f2"
        "\U0001f1f3\U0001f1f5\U0001f1f7\U0001f1f8\U0001f1fb\U0001f1fe"
    ),
    "\U0001f1eb": ("\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1ec\U0001f1f2\U0001f1f3\U0001f1f5\U0001f1f9\U0001f1fc"),
    "\U0001f1ec": (
        "\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1e9\U0001f1ea\U0001f1ec\U0001f1f0\U0001f1f2\U0001f1f3"
        "\U0001f1f5\U0001f1f8\U0001f1f9\U0001f1fa\U0001f1fb"
    ),
    "\U0001f1ed": ("\U0001f1e7\U0001f1e8\U0001f1ea\U0001f1ec\U0001f1f0\U0001f1f2\U0001f1f5\U0001f1f8\U0001f1f9"),
    "\U0001f1ee": (
        "\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1eb\U0001f1ec\U0001f1f0\U0001f1f1\U0001f1f3\U0001f1f8\U0001f1fb"
    ),
    "\U0001f1ef": ("\U0001f1e7\U0001f1e9\U0001f1eb\U0001f1f8\U0001f1f9"),
    "\U0001f1f0": (
        "\U0001f1e8\U0001f1e9\U0001f1eb\U0001f1ed\U0001f1f1\U0001f1f2\U0001f1f5\U0001f1f8\U0001f1f9\U0001f1fd"
    ),
    "\U0001f1f1": (
        "\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1ec\U0001f1ee\U0001f1f2\U0001f1f3\U0001f1f5\U0001f1f8\U0001f1f9"
    ),
    "\U0001f1f2": (
        "\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1e9\U0001f1eb\U0001f1ec\U0001f1ed\U0001f1ee\U0001f1ef"
        "\U0001f1f0\U0001f1f2\U0001f1f4\U0001f1f5\U0001f1f8\U0001f1f9\U0001f1fa\U0001f1ff"
    ),
    "\U0001f1f3": (
        "\U0001f1e7\U0001f1e8\U0001f1ec\U0001f1ed\U0001f1ee\U0001f1f0\U0001f1f2\U0001f1f5\U0001f1f8"
        "\U0001f1f9\U0001f1fa\U0001f1fb"
    ),
    "\U0001f1f4": (
        "\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1e9\U0001f1eb\U0001f1ee\U0001f1ef\U0001f1f2\U0001f1f3"
        "\U0001f1f7\U0001f1f8\U0001f1f9"
    ),
    "\U0001f1f5": ("\U0001f1e8\U0001f1ec\U0001f1ef\U0001f1f0\U0001f1f2\U0001f1f3"),
    "\U0001f1f6": ("\U0001f1e6\U0001f1e7\U0001f1ec\U0001f1ee\U0001f1f2"),
    "\U0001f1f7": (
        "\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1ea\U0001f1eb\U0001f1ec\U0001f1ed\U0001f1ee\U0001f1f0"
        "\U0001f1f1\U0001f1f2\U0001f1f3\U0001f1f5\U0001f1f8\U0001f1f9"
    ),
    "\U0001f1f8": (
        "\U0001f1e6\U0001f1e7\U0001f1ea\U0001f1ec\U0001f1ee\U0001f1f1\U0001f1f2\U0001f1f5\U0001f1f7"
        "\U0001f1f8\U0001f1fa\U0001f1fc"
    ),
    "\U0001f1f9": (
        "\U0001f1e6\U0001f1e7\U0001f1ea\U0001f1ec\U0001f1ed\U0001f1ee\U0001f1f1\U0001f1f2\U0001f1f5"
        "\U0001f1f8\U0001f1f9\U0001f1fe"
    ),
    "\U0001f1fa": (
        "\U0001f1e6\U0001f1e8\U0001f1ea\U0001f1ec\U0001f1ed\U0001f1f1\U0001f1f2\U0001f1f3\U0001f1f7\U0001f1fb"
    ),
    "\U0001f1fb": ("\U0001f1e7\U0001f1e8\U0001f1f1\U0001f1f2\U0001f1f8\U0001f1f9"),
    "\U0001f1fc": (
        "\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1ec\U0001f1f0\U0001f1f2\U0001f1f5\U0001f1f7\U0001f1f9\U0001f1ff"
    ),
    "\U0001f1fd": ("\U0001f1e6\U0001f1e8\U0001f1f2\U0001f1f8"),
    "\U0001f1fe": ("\U0001f1e7\U0001f1e8\U0001f1ec\U0001f1f0\U0001f1f1\U0001f1f2\U0001f1f5\U0001f1f8\U0001f1fa"),
    "\U0001f1ff": (
        "\U0001f1e6\U0001f1e7\U0001f1e8\U0001f1e9\U0001f1f0\U0001f1f2\U0001f1f3\U0001f1f8\U0001f1f9\U0001f1fa"
    ),
    "\U0001f3fb": (
        "\u261d\u26f7\u26f9\u270a\u270b\u270c\u270d\U0001f385\U0001f3c2"
        "\U0001f3c3\U0001f3c4\U0001f3c7\U0001f3ca\U0001f3cb\U0001f3cc\U0001f442\U0001f443\U0001f446"
        "\U0001f447\U0001f448\U0001f449\U0001f44a\U0001f44b\U0001f44c\U0001f44d\U0001f44e\U0001f44f"
        "\U0001f450\U0001f466\U0001f467\U0001f468\U0001f469\U0001f46e\U0001f470\U0001f471\U0001f472"
        "\U0001f473\U0001f474\U0001f475\U0001f476\U0001f477\U0001f478\U0001f47c\U0001f481\U0001f482"
        "\U0001f483\U0001f485\U0001f486\U0001f487\U0001f4aa\U0001f574\U0001f575\U0001f57a\U0001f590"
        "\U0001f595\U0001f596\U0001f645\U0001f646\U0001f647\U0001f64b\U0001f64c\U0001f64d\U0001f64e"
        "\U0001f64f\U0001f6a3\U0001f6b4\U0001f6b5\U0001f6b6\U0001f6c0\U0001f6cc\U0001f918\U0001f919"
        "\U0001f91a\U0001f91b\U0001f91c\U0001f91e\U0001f91f\U0001f926\U0001f930\U0001f931\U0001f932"
        "\U0001f933\U0001f934\U0001f935\U0001f936\U0001f937\U0001f938\U0001f939\U0001f93d\U0001f93e"
        "\U0001f9b5\U0001f9b6\U0001f9b8\U0001f9b9\U0001f9d1\U0001f9d2\U0001f9d3\U0001f9d4\U0001f9d5"
        "\U0001f9d6\U0001f9d7\U0001f9d8\U0001f9d9\U0001f9da\U0001f9db\U0001f9dc\U0001f9dd"
    ),
    "\u200d\U0001f33e": ("\U0001f468\U0001f469"),
    "\u200d\U0001f373": ("\U0001f468\U0001f469"),
    "\u200d\U0001f393": ("\U0001f468\U0001f469"),
    "\u200d\U0001f3a4": ("\U0001f468\U0001f469"),
    "\u200d\U0001f3a8": ("\U0001f468\U0001f469"),
    "\u200d\U0001f3eb": ("\U0001f468\U0001f469"),
    "\u200d\U0001f3ed": ("\U0001f468\U0001f469"),
    "\u200d\U0001f466": ("\U0001f468\U0001f469"),
    "\u200d\U0001f467": ("\U0001f468\U0001f469"),
    "\u200d\U0001f4bb": ("\U0001f468\U0001f469"),
    "\u200d\U0001f4bc": ("\U0001f468\U0001f469"),
    "\u200d\U0001f527": ("\U0001f468\U0001f469"),
    "\u200d\U0001f52c": ("\U0001f468\U0001f469"),
    "\u200d\U0001f5e8": ("\U0001f441"),
    "\u200d\U0001f680": ("\U0001f468\U0001f469"),
    "\u200d\U0001f692": ("\U0001f468\U0001f469"),
    "\u200d\U0001f9b0": ("\U0001f468\U0001f469"),
    "\u200d\U0001f9b1": ("\U0001f468\U0001f469"),
    "\u200d\U0001f9b2": ("\U0001f468\U0001f469"),
    "\u200d\U0001f9b3": ("\U0001f468\U0001f469"),
    "\ufe0f\u20e3": ("#*0123456789"),
    "\ufe0f\U0001f3fb": ("\u261d\u26f7\u26f9\u270c\u270d\U0001f3cb\U0001f3cc\U0001f574\U0001f575\U0001f590"),
    "\u200d\u2620\ufe0f": ("\U0001f3f4"),
    "\u200d\u2640\ufe0f": (
        "\U0001f3c3\U0001f3c4\U0001f3ca\U0001f46e\U0001f46f\U0001f471\U0001f473\U0001f477\U0001f481"
        "\U0001f482\U0001f486\U0001f487\U0001f645\U0001f646\U0001f647\U0001f64b\U0001f64d\U0001f64e"
        "\U0001f6a3\U0001f6b4\U0001f6b5\U0001f6b6\U0001f926\U0001f935\U0001f937\U0001f938\U0001f939"
        "\U0001f93c\U0001f93d\U0001f93e\U0001f9b8\U0001f9b9\U0001f9d6\U0001f9d7\U0001f9d8\U0001f9d9"
        "\U0001f9da\U0001f9db\U0001f9dc\U0001f9dd\U0001f9de\U0001f9df"
    ),
    "\u200d\u2642\ufe0f": (
        "\U0001f3c3\U0001f3c4\U0001f3ca\U0001f46e\U0001f46f\U0001f471\U0001f473\U0001f477\U0001f481"
        "\U0001f482\U0001f486\U0001f487\U0001f645\U0001f646\U0001f647\U0001f64b\U0001f64d\U0001f64e"
        "\U0001f6a3\U0001f6b4\U0001f6b5\U0001f6b6\U0001f926\U0001f935\U0001f937\U0001f938\U0001f939"
        "\U0001f93c\U0001f93d\U0001f93e\U0001f9b8\U0001f9b9\U0001f9d6\U0001f9d7\U0001f9d8\U0001f9d9"
        "\U0001f9da\U0001f9db\U0001f9dc\U0001f9dd\U0001f9de\U0001f9df"
    ),
    "\u200d\u2695\ufe0f": ("\U0001f468\U0001f469"),
    "\u200d\u2696\ufe0f": ("\U0001f468\U0001f469"),
    "\u200d\u2708\ufe0f": ("\U0001f468\U0001f469"),
    "\ufe0f\u200d\U0001f308": ("\U0001f3f3"),
    "\U0001f3fb\u200d\U0001f33e": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f373": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f393": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f3a4": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f3a8": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f3eb": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f3ed": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f4bb": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f4bc": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f527": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f52c": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f680": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f692": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f9b0": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f9b1": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f9b2": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\U0001f9b3": ("\U0001f468\U0001f469"),
    "\u200d\U0001f466\u200d\U0001f466": ("\U0001f468\U0001f469"),
    "\u200d\U0001f467\u200d\U0001f466": ("\U0001f468\U0001f469"),
    "\u200d\U0001f467\u200d\U0001f467": ("\U0001f468\U0001f469"),
    "\u200d\U0001f468\u200d\U0001f466": ("\U0001f468"),
    "\u200d\U0001f468\u200d\U0001f467": ("\U0001f468"),
    "\u200d\U0001f469\u200d\U0001f466": ("\U0001f468\U0001f469"),
    "\u200d\U0001f469\u200d\U0001f467": ("\U0001f468\U0001f469"),
    "\ufe0f\u200d\u2640\ufe0f": ("\u26f9\U0001f3cb\U0001f3cc\U0001f574\U0001f575"),
    "\ufe0f\u200d\u2642\ufe0f": ("\u26f9\U0001f3cb\U0001f3cc\U0001f574\U0001f575"),
    "\U0001f3fb\u200d\u2640\ufe0f": (
        "\u26f9\U0001f3c3\U0001f3c4\U0001f3ca\U0001f3cb\U0001f3cc\U0001f46e\U0001f471\U0001f473"
        "\U0001f477\U0001f481\U0001f482\U0001f486\U0001f487\U0001f574\U0001f575\U0001f645\U0001f646"
        "\U0001f647\U0001f64b\U0001f64d\U0001f64e\U0001f6a3\U0001f6b4\U0001f6b5\U0001f6b6\U0001f926"
        "\U0001f935\U0001f937\U0001f938\U0001f939\U0001f93d\U0001f93e\U0001f9b8\U0001f9b9\U0001f9d6"
        "\U0001f9d7\U0001f9d8\U0001f9d9\U0001f9da\U0001f9db\U0001f9dc\U0001f9dd"
    ),
    "\U0001f3fb\u200d\u2642\ufe0f": (
        "\u26f9\U0001f3c3\U0001f3c4\U0001f3ca\U0001f3cb\U0001f3cc\U0001f46e\U0001f471\U0001f473"
        "\U0001f477\U0001f481\U0001f482\U0001f486\U0001f487\U0001f574\U0001f575\U0001f645\U0001f646"
        "\U0001f647\U0001f64b\U0001f64d\U0001f64e\U0001f6a3\U0001f6b4\U0001f6b5\U0001f6b6\U0001f926"
        "\U0001f935\U0001f937\U0001f938\U0001f939\U0001f93d\U0001f93e\U0001f9b8\U0001f9b9\U0001f9d6"
        "\U0001f9d7\U0001f9d8\U0001f9d9\U0001f9da\U0001f9db\U0001f9dc\U0001f9dd"
    ),
    "\U0001f3fb\u200d\u2695\ufe0f": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\u2696\ufe0f": ("\U0001f468\U0001f469"),
    "\U0001f3fb\u200d\u2708\ufe0f": ("\U0001f468\U0001f469"),
    "\u200d\u2764\ufe0f\u200d\U0001f468": ("\U0001f468\U0001f469"),
    "\u200d\u2764\ufe0f\u200d\U0001f469": ("\U0001f469"),
    "\u200d\U0001f468\u200d\U0001f466\u200d\U0001f466": ("\U0001f468"),
    "\u200d\U0001f468\u200d\U0001f467\u200d\U0001f466": ("\U0001f468"),
    "\u200d\U0001f468\u200d\U0001f467\u200d\U0001f467": ("\U0001f468"),
    "\u200d\U0001f469\u200d\U0001f466\u200d\U0001f466": ("\U0001f468\U0001f469"),
    "\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466": ("\U0001f468\U0001f469"),
    "\u200d\U0001f469\u200d\U0001f467\u200d\U0001f467": ("\U0001f468\U0001f469"),
    "\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f": ("\U0001f3f4"),
    "\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f": ("\U0001f3f4"),
    "\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f": ("\U0001f3f4"),
    "\u200d\u2764\ufe0f\u200d\U0001f48b\u200d\U0001f468": ("\U0001f468\U0001f469"),
    "\u200d\u2764\ufe0f\u200d\U0001f48b\u200d\U0001f469": ("\U0001f469"),
}
