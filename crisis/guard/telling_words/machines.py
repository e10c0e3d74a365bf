"""Machines, products and how they fail: words by the part that they play in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.guard.word_parts import phrases_of as _phrases

MACHINES: Mapping[str, tuple[str, ...]] = {
    "machine": _phrases(
        "認証サーバー|認証サーバ|予約システム|ネットワーク機器|ファイル転送ソフト|バックアップサーバー|バックアップサーバ",
        "vpn機器|ネットワークのスイッチ|メールサーバー|サーバー室|管理画面|ログサーバ|サーバーで|サーバを|端末|パソコン|基盤",
        "ソフトを|プログラムを|データベース|サーバー|サーバ|ストレージ|ロードバランサ|ロードバランサー|コアスイッチ|スイッチ",
        "ルータ|ルーター|vpn装置|認証基盤|待機系|本番系|本番環境|本番の|副系|冗長構成|レプリケーション|レプリカ|クラスタ",
        "クラスタ構成|仮想基盤|仮想マシン|ラック|証明書|バッチ|夜間バッチ|リージョン|号機|ファームウェア|アクティブディレクトリ",
        "ドメインコントローラ|ドメインコントローラー|基幹系|踏み台|プロキシ|ファイルサーバ|ファイルサーバー|メールサーバ",
        "キャッシュ|コンテナ|マイクロサービス|ミドルウェア|ディスク|テープ|パッチ|ログ",
        "login server|booking database|vpn appliance|core switches|switches|backup server|web server|file transfer|domain",
        "admin panel|our network|mainframes|pc|laptop|laptops|pcs|computers|computer|mainframe|till system|software|db|db2|vpn",
        "os|rdb|raid|nas|san|database|server|servers|storage|load balancer|switch|core switch|router|vpn box|standby",
        "standby site|failover|replica|replication|cluster|hypervisor|virtual machine|virtual machines|vm|vms|rack|certificate",
        "batch job|active directory|domain controller|proxy|firewall|mail server|file server|cache|container|containers|kernel",
        "disk|disks|backup tapes|middleware|firmware|patch level|bastion|jump host|identity provider|the stack|cron job",
        "queue broker",
    ),
    "machine-inside": _phrases(
        "ハードディスク|グループウェア|マクロ|基幹ルーター|社内lan|予備のデータセンター|予備系|バックアップ系|受注サーバー",
        "会計システム|経理システム|給与システム|在庫システム|基幹システム|勤怠システム|人事システム|無停電装置|光回線|変換装置",
        "基板|制御盤|シーケンサー|待機系|本番系|本番の|本番環境|副系|冗長|レプリケーション|レプリカ|クラスタ|仮想基盤|ラック",
        "号機|ファームウェア|アクティブディレクトリ|ドメインコントローラ|ドメインコントローラー|ロードバランサ|ロードバランサー",
        "コアスイッチ|認証基盤|ストレージ|踏み台|ファイルサーバ|ファイルサーバー|ミドルウェア|vpn装置|夜間バッチ|会員系db",
        "基幹db|基幹系|ディスク",
        "plc|hard drive|hard drives|order server|backup data centre|backup data center|excel macro|macro|our accounts run",
        "payroll system|order system|stock system|crm|erp|motherboard|ups|control panel|intranet|our vpn|old vpn|vpn hole",
        "wi-fi controller|raid|os|load balancer|core switch|standby|standby site|failover|replica|replication|cluster",
        "hypervisor|virtual machine|virtual machines|vms|rack|active directory|domain controller|storage array|the storage",
        "mail server|file server|firmware|patch level|bastion|jump host|backup tapes|vpn box|vpn appliance|database server",
        "primary database|disk|disks|kernel",
    ),
    "-machine-inside": _phrases("信号機|全号機に異常は|号機に異常はあり"),
    "machine-fails": _phrases(
        "飛び|飛んで|焼け|切り替わら|開けま|開けな|やられ|死ん|動いており|動いていて|動きま|動かな|更新していま|穴|サポート切れ",
        "年前の|抜け|つながりま|壊れ|破損|侵入|落ち|暗号化|再起動|切り替え|切替|失敗|切れて|切れた|止ま|停止|達し|満杯|いっぱい",
        "故障|残って|古い|迂回|水をか|水没|つながら|応答|読めな|書き込み|枯渇|乗っ取|ロック|復元|入れ替え|交換|更新していな",
        "未更新|期限|異常|不良|過負荷|高負荷|遅延|不整合|消え",
        "died|broke|did not take over|didn't take over|take over|hole|burned out|burnt out|fried|never updated|not updated",
        "went down|goes down|run on|runs on|won't start|won't boot|down again|%|corrupt|corrupted|encrypted|rebooting|rebooted",
        "did not work|failed|fails|failing|full|still running|old|expired|down|crashed|broken into|came in|got in|compromised",
        "overloaded|unpatched|out of date|out of support|end of life|lost|wiped|stuck|out of|offline|dead|not responding",
        "restored from|running at|hacked|infected|% full",
    ),
    "deep-fail": _phrases(
        "暗号化|侵入|脆弱性|突かれ|容量|枯渇|被害を受|乗っ取|破損|壊れ|飛び|エラー|焼け|水没|ランサム|マルウェア|感染|復元|消え",
        "失われ|1台が故障|台のうち|片方|旧バージョン|古いまま|入れ替え",
        "encrypted|ransomware|ran out|out of space|flaw|hole|vulnerability|broken|was hit|hit too|compromised|corrupt|corrupted",
        "infected|wiped|died|same network|breached|not patched|one of two|overheated",
    ),
    "product": _phrases(
        "オラクルデータベース|ウィンドウズサーバー|ウインドウズサーバー|リナックスサーバー|シスコルーター|オラクル",
        "フォーティゲート|フォーティネット|シスコ|アマゾンの|マイクロソフト|ウィンドウズ|ウインドウズ|リナックス|ヴイエムウェア",
        "シトリックス|ジュニパー|パロアルト|セールスフォース|エスエーピー|ワードプレス|アパッチ|エクスチェンジ|シェアポイント",
        "アクティブディレクトリ|ラックスペース|グーグルクラウド|キントーン|オフィス365|ドッカー|クーベルネティス",
        "マイエスキューエル|ポストグレス|ネットアップ|デル製|hp製|富士通製|nec製",
        "aws|azure|vmware|sap|oracle|fortinet|fortigate|cisco|windows|windows server|linux|citrix|juniper|palo alto|wordpress",
        "exchange server|sharepoint|active directory|postgres|postgresql|mysql|sql server|mongodb|redis|kubernetes|docker",
        "jenkins|netapp|esxi|solaris|tomcat|ivanti|sonicwall|pulse secure|moveit|gitlab|confluence",
    ),
    "outdated": _phrases(
        "世代前|世代遅れ|旧式|旧版|旧バージョン|上げたこと|上げたため|入れ替えたこと|入れ替えたため|設定を変え|設定変更|古すぎ|古かった|版が古|年前の|古い|サポート切れ|サポートが切れ|更新していな|更新していま|老朽|型落ち|使い古し|野良|中古の",
        "not been patched|not been updated|hasn't been patched|hasn't been updated|generations behind|versions behind|misconfigured|"
        "old|unsupported|out of support|end of life|unpatched|not patched|never updated|ancient|legacy|outdated|ten years old",
        "second-hand",
    ),
    "for-customers": _phrases(
        "お使いの方|家庭用|メーカーの案内|メーカーのページ|最新版|脆弱性が公表|脆弱性が見つか|脆弱性への対|脆弱性を修正|脆弱性対策|"
        "更新プログラム|適用してください|ご利用の皆|お使いの",
        "をご利用の方|アップデートして|公開されました|公表され|注意喚起|対策を",
        "latest firmware|owners|update now|advisory|customers using|please update|apply the|users should|we recommend|vulnerability|"
        "patch now",
    ),
}
