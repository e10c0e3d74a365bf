"""Who may speak, pure: what a policy says of it keeps older bytes, and what a person lacks from when on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.catalogue.policy_file import read_policy, write_policy
from crisis.clearance import policy as policies
from crisis.clearance import speaking, voices
from crisis.clearance.speaking import Lack
from crisis.model.release import Person, Policy, Rule
from crisis.model.role import Role
from crisis.model.speaking import ANYBODY, NOTHING, Authority, ByItself, Lapsed, Openness, Speaking, Voice

NOW = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
DAY = timedelta(days=1)
SATO = Person("sato", "佐藤", (Role.APPROVER,), "ssh-ed25519 AAAA", NOW - 900 * DAY)
STRICT = Speaking(Openness.DESIGNATED, 365 * DAY, acknowledge=True, lapsed=Lapsed.REFUSE)

TIMES = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SPEAKING = st.builds(
    Speaking,
    st.sampled_from(Openness),
    st.none() | st.integers(1, 999).map(timedelta),
    st.booleans(),
    st.sampled_from(Lapsed),
    st.integers(1, 99).map(timedelta),
)
OWN = st.builds(ByItself, st.booleans(), st.lists(st.sampled_from(["earthquake", "typhoon"]), unique=True).map(tuple))
VOICES = st.builds(
    Voice,
    st.none() | st.builds(Authority, st.just("tanaka"), TIMES, st.none() | TIMES, st.sampled_from([(), ("x-main",)])),
    st.none() | TIMES,
    st.none() | st.just("sha256:00"),
)


def policy(saying: Speaking = ANYBODY, own: ByItself = NOTHING) -> Policy:
    return policies.made({"N": Rule()}, "N", (), saying, own)


def test_a_policy_that_says_nothing_of_it_keeps_its_bytes() -> None:
    assert set(policies.content(policy())) == {"lanes", "otherwise", "cases"}
    assert policies.single(Rule()).version == policy().version


@given(SPEAKING, OWN)
def test_a_policy_is_read_again_as_it_was_written(saying: Speaking, own: ByItself) -> None:
    made = policy(saying, own)
    assert policies.decode(policies.encode(made)) == made
    assert (made.version == policy().version) is (made == policy())


@pytest.mark.parametrize("saying", [STRICT, Speaking(Openness.CLOSED), Speaking(acknowledge=True)])
def test_a_file_says_the_same(tmp_path: Path, saying: Speaking) -> None:
    made = policy(saying, ByItself(no_change=True, opens=("earthquake",)))
    (tmp_path / "policy.toml").write_text(write_policy(made), "utf-8")
    assert read_policy(tmp_path / "policy.toml") == made


@given(VOICES)
def test_a_voice_is_read_again_as_it_was_written(voice: Voice) -> None:
    assert voices.voice_of(voices.content(voice)) == voice


def heard(voice: Voice, saying: Speaking = STRICT, at: datetime = NOW, since: datetime = NOW - 90 * DAY) -> Lack | None:
    why = speaking.refused(replace(SATO, voice=voice), policy(saying), since, at)
    return why.lack if why else None


WHOLE = Voice(Authority("tanaka", NOW - DAY, NOW + DAY), NOW - DAY, policy(STRICT).version)


def test_who_has_all_speaks_and_who_lacks_one_is_told_which() -> None:
    assert heard(WHOLE) is None
    assert heard(replace(WHOLE, authority=None)) is Lack.AUTHORITY
    assert heard(WHOLE, at=NOW + DAY) is Lack.AUTHORITY
    assert heard(WHOLE, at=NOW - 2 * DAY) is Lack.AUTHORITY
    assert heard(replace(WHOLE, trained=NOW - 366 * DAY)) is Lack.TRAINING
    assert heard(replace(WHOLE, trained=None)) is Lack.TRAINING
    assert heard(replace(WHOLE, acknowledged="sha256:older")) is Lack.POLICY


def test_a_new_policy_gives_everybody_its_grace_and_no_authority() -> None:
    since = NOW - 29 * DAY
    assert heard(replace(WHOLE, trained=None, acknowledged=None), since=since) is None
    assert heard(replace(WHOLE, authority=None), since=since) is Lack.AUTHORITY


def test_a_policy_that_warns_refuses_nobody_for_what_has_lapsed() -> None:
    warned = replace(STRICT, lapsed=Lapsed.WARN)
    assert heard(replace(WHOLE, trained=None), warned) is None
    assert heard(replace(WHOLE, authority=None), warned) is Lack.AUTHORITY


def test_an_authority_for_some_accounts_ends_at_them() -> None:
    bound = replace(SATO, voice=Voice(Authority("tanaka", NOW, None, ("x-main",))))
    assert speaking.beyond(bound, policy(STRICT), ["x-main", "page"]) == ("page",)
    assert speaking.beyond(bound, policy(), ["page"]) == ()


def test_closed_shuts_social_media_and_leaves_our_own_pages_and_the_press() -> None:
    closed = policy(Speaking(Openness.CLOSED))
    assert [p for p in ("x", "mastodon", "bluesky", "page", "feed", "cap", "hand") if speaking.shut(closed, p)] == [
        "x",
        "mastodon",
        "bluesky",
    ]
    assert not speaking.shut(policy(STRICT), "x")


def test_what_lets_more_speak_is_named_as_looser() -> None:
    assert policies.looser_besides(policy(), policy(STRICT)) == ["speaking"]
    assert policies.looser_besides(policy(STRICT), policy()) == []
    assert policies.looser_besides(policy(STRICT, ByItself(no_change=True)), policy(STRICT)) == ["by_itself"]
