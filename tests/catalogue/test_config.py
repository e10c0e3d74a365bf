"""crisis.toml: what scripts write is read, and each mistake is one sentence that a person can act on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.catalogue import account_tables, checks, config
from crisis.catalogue.platforms import platforms
from crisis.errors import Mistake
from crisis.model.settings import Settings

Write = Callable[[str], Settings]
DESK = '[desk]\nname = "d"\n'
ACCOUNT = DESK + '[[account]]\nid = "x-main"\nplatform = "x"\n'

CONTRACT = """
[desk]
name = "Kitahama Denki crisis desk"
organisation = { ja = "北浜電機", en = "Kitahama Denki" }
timezone = "Europe/Berlin"
languages = ["ja", "en"]                    # BCP 47; plain Japanese is "ja-x-plain"
database = "sqlite:///crisis.db"
publish_command = ["./publish.sh", "public/"]

[links]
public = ["https://www.kitahama.example/", "https://anpi.kitahama.example/"]
login_expected = ["https://anpi.kitahama.example/"]
internal = ["*.intra.kitahama.example", "10.0.0.0/8"]

[guard]
protected = ["protected.txt"]
public_contacts = ["0120-000-111"]

[[site]]
id = "sendai"
names = { ja = "仙台事業所", en = "Sendai Office" }
area = { ja = "宮城県仙台市", en = "Sendai, Miyagi" }

[[service]]
id = "cloud"
names = { ja = "きたはまクラウド", en = "Kitahama Cloud" }

[[account]]
id = "x-main"
platform = "x"
handle = "@kitahama_jp"
owner = "Corporate Communications"
languages = ["ja"]
purpose = ["safety-check", "office-status"]
url = "https://x.com/kitahama_jp"
api_base = "http://127.0.0.1:8081"
credentials = "env:CRISIS_X_MAIN"

[[outside]]
name = "Agency"
phone = "03-0000-0110"
accounts = ["x-main"]
say = "Stop."
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Loads a desk with these words in its crisis.toml."""

    def load(text: str) -> Settings:
        (tmp_path / "crisis.toml").write_text(text, "utf-8")
        (tmp_path / "protected.txt").write_text("東雲セラミックス\n", "utf-8")
        return config.load(tmp_path)

    return load


def test_reads_every_key_of_the_contract(write: Write, tmp_path: Path) -> None:
    desk = write(CONTRACT)
    assert desk.organisation == {"ja": "北浜電機", "en": "Kitahama Denki"}
    assert desk.zone == ZoneInfo("Europe/Berlin")
    assert desk.database == f"sqlite:///{tmp_path}/crisis.db"
    assert desk.publish_command == (f"{tmp_path}/publish.sh", "public/")
    assert desk.links.internal == ("*.intra.kitahama.example", "10.0.0.0/8")
    assert desk.guard.protected == (tmp_path / "protected.txt",)
    site, service, account = desk.site("sendai"), desk.service("cloud"), desk.account("x-main")
    assert site is not None
    assert site.area["en"] == "Sendai, Miyagi"
    assert service is not None
    assert service.names["ja"] == "きたはまクラウド"
    assert account is not None
    assert (account.languages, account.api_base) == (("ja",), "http://127.0.0.1:8081")
    assert (account.credentials, account.purpose) == ("env:CRISIS_X_MAIN", ("safety-check", "office-status"))
    assert desk.outside[0].phone == "03-0000-0110"


def test_an_account_names_its_ways_out(write: Write) -> None:
    desk = write(ACCOUNT + 'fallback = ["page", "hand"]\n[[account]]\nid = "page"\nplatform = "page"')
    assert desk.accounts[0].fallback == ("page", "hand")


def test_a_name_is_enough(write: Write, tmp_path: Path) -> None:
    desk = write(DESK)
    assert desk.organisation == {"ja": "d", "en": "d"}
    assert (desk.languages, desk.zone.key) == (("ja", "en"), "Asia/Tokyo")
    assert desk.database == f"sqlite:///{tmp_path}/crisis.db"
    assert not desk.sample


def test_the_organisation_is_named_in_the_languages_of_the_desk(write: Write) -> None:
    assert write(DESK + 'languages = ["en", "fr"]').organisation == {"en": "d", "fr": "d"}


def test_sites_and_services_need_nothing(write: Write) -> None:
    desk = write(DESK + '[[site]]\n[[site]]\nid = "tokyo"\n[[service]]\nnames = { en = "Cloud" }')
    assert [site.id for site in desk.sites] == ["site-1", "tokyo"]
    assert desk.sites[1].names == {"ja": "tokyo", "en": "tokyo"}
    assert (desk.services[0].id, desk.services[0].names) == ("service-1", {"en": "Cloud"})


def test_without_a_desk_defaults_serve() -> None:
    desk = config.defaults()
    assert (desk.name, desk.folder, desk.accounts) == ("no desk", None, ())
    assert desk.organisation == {"ja": "当社", "en": "our company"}


def test_a_file_with_credentials_and_an_absolute_database_stay_in_their_place(write: Write, tmp_path: Path) -> None:
    desk = write(
        ACCOUNT.replace('name = "d"', 'name = "d"\ndatabase = "sqlite:////srv/d.db"') + 'credentials = "file:keys/x"'
    )
    assert desk.database == "sqlite:////srv/d.db"
    assert desk.accounts[0].credentials == f"file:{tmp_path}/keys/x"


def test_a_byte_order_mark_and_windows_line_ends_are_let_through(tmp_path: Path) -> None:
    (tmp_path / "crisis.toml").write_bytes(b"\xef\xbb\xbf" + DESK.replace("\n", "\r\n").encode())
    assert config.load(tmp_path).name == "d"


MISTAKES = {
    ACCOUNT.replace(
        "platform =", "platfrom ="
    ): '[[account]] x-main, key "platfrom": not a known key; did you mean "platform"?',
    DESK + "[zzz]": 'at the top level, key "zzz": not a known key; take it out, or write one of desk, links',
    'naem = "d"': 'at the top level, key "naem": not a known key',
    "": '[desk], key "name": missing; write name = "…"',
    "[desk]\nname = 5": '[desk], key "name": not words on one line',
    '[desk]\nname = " "': '[desk], key "name": not words on one line',
    '[desk]\nname = "a\\nb"': '[desk], key "name": not words on one line',
    '[[desk]]\nname = "d"': "[desk]: stands once; write [desk] in single brackets",
    'desk = "d"': "[desk]: not a table",
    DESK + '[account]\nid = "a"': "[account]: is one of a list; write [[account]] in double brackets",
    DESK + 'organisation = "K"': 'key "organisation": not names by language; write { ja = "…", en = "…" }',
    DESK + 'organisation = { jp = "K" }': '"jp" is a country, not a language; write "ja"',
    DESK + 'languages = ["Japanese!"]': 'key "languages": not a language tag',
    DESK + 'languages = "ja"': 'key "languages": not a list; write [ ]',
    DESK + "languages = []": 'key "languages": names no language',
    DESK + 'languages = ["ja", "ja"]': '"ja" stands there twice',
    DESK + 'timezone = "Asia/Tokio"': 'key "timezone": not a known time zone; write an IANA name such as "Asia/Tokyo"',
    DESK + 'timezone = "../etc/passwd"': 'key "timezone": not a known time zone',
    DESK + "timezone = 9": 'key "timezone": not a known time zone',
    DESK + 'database = "crisis.db"': 'key "database": not a database address; write "sqlite:///crisis.db"',
    DESK + 'publish_command = "rsync"': 'key "publish_command": not a command; write a list of words',
    DESK + 'sample = "yes"': 'key "sample": not a yes or no; write true or false',
    DESK + '[links]\npublic = ["www.kitahama.example"]': '[links], key "public": not a web address',
    DESK + '[links]\npublic = ["https://u:p@kitahama.example/"]': '[links], key "public": not a web address',
    DESK + '[links]\npublic = ["https://kitahama.example:99999/"]': '[links], key "public": not a web address',
    DESK
    + '[links]\nlogin_expected = ["https://a.example/?q=1"]': 'key "login_expected": an address here is origin and path',
    DESK + '[links]\ninternal = ["10.0.0.0/33"]': '[links], key "internal": "10.0.0.0/33" is no network',
    DESK + '[links]\ninternal = ["*.*.example"]': '[links], key "internal": neither a host nor a network',
    DESK + '[guard]\nprotected = ["nowhere.txt"]': '[guard], key "protected": there is no file',
    DESK + "[guard]\npublic_contacts = [120]": '[guard], key "public_contacts": not words on one line',
    DESK + '[[site]]\nid = "仙台"': '[[site]] 仙台, key "id": not an id',
    DESK + '[[site]]\nid = "a"\n[[site]]\nid = "a"': '[[site]] a, key "id": another site has this id already',
    DESK + '[[account]]\nplatform = "x"': '[[account]] number 1, key "id": missing',
    DESK + '[[account]]\nid = "a"': '[[account]] a, key "platform": missing; write platform = "…"',
    DESK + '[[account]]\nid = "a"\nplatform = "mastadon"': 'not a known platform; did you mean "mastodon"?',
    DESK + '[[account]]\nid = "a"\nplatform = "qqq"': 'or "hand" to post by hand',
    ACCOUNT + 'languages = ["fr"]': 'key "languages": "fr" is not among the languages of the desk',
    ACCOUNT + 'url = "x.com/k"': 'key "url": not a web address',
    ACCOUNT
    + 'api_base = "http://gateway.example"': 'key "api_base": keys would travel unencrypted; write an https address',
    ACCOUNT + 'credentials = "env:NOT A NAME"': 'key "credentials": says where the keys are, never the keys themselves',
    ACCOUNT + 'fallback = ["x-main"]': 'key "fallback": there is no other account "x-main"',
    ACCOUNT + 'fallback = ["hand", "mastodon-main"]': 'key "fallback": there is no other account "mastodon-main"',
    ACCOUNT + 'fallback = ["hand", "p"]\n[[account]]\nid = "p"\nplatform = "page"': "by hand does not fail",
    DESK + '[[outside]]\nname = "Agency"': '[[outside]] Agency, key "phone": missing',
    DESK + '[[outside]]\nname = "A"\nphone = "1"\naccounts = ["x"]': 'key "accounts": there is no account "x"',
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_one_sentence_with_place_and_mend(write: Write, text: str) -> None:
    with pytest.raises(Mistake) as caught:
        write(text)
    sentence = str(caught.value)
    assert sentence.startswith("crisis.toml, ")
    assert MISTAKES[text] in sentence
    assert "\n" not in sentence
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[desk]\nname = "d"\nname "e"\n', 3),
        ('[desk]\nname = "d"\n[links\n', 3),
        ('[desk]\nname = "d"\nname = "e"\n', 3),
        ('[desk]\nname = "d', 2),
    ],
)
def test_a_syntax_error_names_its_line(write: Write, text: str, line: int) -> None:
    with pytest.raises(Mistake, match=rf"crisis\.toml, line {line}: not TOML"):
        write(text)


def test_another_charset_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "crisis.toml").write_bytes('[desk]\nname = "北浜"\n'.encode("cp932"))
    with pytest.raises(Mistake, match=r"crisis\.toml, line 2: not UTF-8; save the file as UTF-8\."):
        config.load(tmp_path)


def test_no_desk_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"no crisis\.toml in .*; make a desk with: crisis init"):
        config.load(tmp_path)


def test_a_folder_in_its_place_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "crisis.toml").mkdir()
    with pytest.raises(Mistake, match="cannot be read"):
        config.load(tmp_path)


def test_the_last_day_of_credentials_is_a_date(write: Write) -> None:
    assert str(write(ACCOUNT + "credentials_expire = 2026-12-31").accounts[0].credentials_expire) == "2026-12-31"
    for wrong in ('"2026-12-31"', "2026-12-31T09:00:00Z", "20261231"):
        with pytest.raises(Mistake, match="not a date"):
            write(ACCOUNT + f"credentials_expire = {wrong}")


STAFF = DESK + '[[staff_alert]]\nid = "chat"\n'


def test_ways_to_the_staff_are_references(write: Write, tmp_path: Path) -> None:
    assert [way.url for way in write(STAFF + 'url = "env:HOOK"').staff] == ["env:HOOK"]
    assert [way.url for way in write(STAFF + 'url = "file:hook.url"').staff] == [f"file:{tmp_path}/hook.url"]


@pytest.mark.parametrize("url", ["slack://AAAAAbearerToken/b/c", "file://AAAAAbearerToken", "env:", "AAAAAbearerToken"])
def test_an_address_of_the_staff_in_the_file_is_refused_and_not_repeated(write: Write, url: str) -> None:
    with pytest.raises(Mistake, match=r"\[\[staff_alert\]\] chat, key \"url\": says where the address is") as caught:
        write(STAFF + f'url = "{url}"')
    assert "AAAAAbearerToken" not in str(caught.value)


@pytest.mark.parametrize("key", ["credentials", "database"])
def test_a_secret_in_the_wrong_place_is_not_repeated(write: Write, key: str) -> None:
    secret = "AAAAAbearerToken"
    text = (
        ACCOUNT + f'credentials = "{secret}"' if key == "credentials" else DESK + f'database = "mysql://u:{secret}@h/"'
    )
    with pytest.raises(Mistake) as caught:
        write(text)
    assert secret not in str(caught.value)


def test_loopback_and_https_serve_as_api_base(write: Write) -> None:
    for base in ("http://localhost:9", "http://[::1]:9", "http://127.0.0.9", "https://gateway.example/v1"):
        assert write(ACCOUNT + f'api_base = "{base}"').accounts[0].api_base == base


def test_a_channel_that_ships_is_a_platform() -> None:
    shipped = Path(config.__file__).parents[1] / "channels"
    files = {path.stem for path in shipped.glob("[!_]*.py")}
    assert files <= set(platforms())


@given(
    st.dictionaries(
        st.sampled_from([*account_tables.ACCOUNT, "zzz"]), st.integers() | st.text() | st.lists(st.text()), max_size=4
    )
)
def test_no_value_of_an_account_is_a_fault_of_the_program(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]
) -> None:
    at = checks.At(tmp_path_factory.getbasetemp(), "[[account]] a")
    with suppress(Mistake):
        config._read(table, at, account_tables.ACCOUNT, ("id", "platform"))
