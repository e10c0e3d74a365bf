"""Slack, Teams and LINE as apprise speaks to them: over TLS to their own hosts, which a proxy on loopback stands in for."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from places.certificate import certificate_for
from places.gateway import Gateway, gateway

from crisis.channels._staff import Staff
from crisis.model.ports import NotTold

SLACK, TEAMS, LINE = "hooks.slack.com", "prod-1.logic.azure.example", "api.line.me"
SECRETS = (
    "T0CANARY1",
    "B0CANARY2",
    "c4n4ryOfTheSlackHook",
    "c4n4ryworkflow",
    "c4n4rysignature",
    "c4n4ryOfLine",
    "Uc4n4ry",
)
ADDRESSES = {
    SLACK: "slack://T0CANARY1/B0CANARY2/c4n4ryOfTheSlackHook/#duty",
    TEAMS: f"workflows://{TEAMS}:443/c4n4ryworkflow/c4n4rysignature",
    LINE: "line://c4n4ryOfLine/Uc4n4ry",
}
TITLE, BODY = "北浜電機: 1", "15:20 仙台事業所\n\nSeen?"


@pytest.fixture
def way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gateway]:
    """The way out of this process, as an office's proxy is: by the environment that requests obeys."""
    certificate = certificate_for(tmp_path / "services.pem", SLACK, TEAMS, LINE)
    with gateway(certificate) as made:
        for name in ("NO_PROXY", "no_proxy", "https_proxy", "CURL_CA_BUNDLE"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{made.port}")
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        yield made


def tell(host: str) -> None:
    Staff({"duty": lambda: ADDRESSES[host]}).tell("duty", TITLE, BODY)


@pytest.mark.parametrize(
    ("host", "path", "said"),
    [
        (SLACK, "/services/T0CANARY1/B0CANARY2/c4n4ryOfTheSlackHook", b"ok"),
        (TEAMS, "/workflows/c4n4ryworkflow/triggers/manual/paths/invoke?", b""),
        (LINE, "/v2/bot/message/push", b"{}"),
    ],
)
def test_each_service_is_told_at_its_own_address(way_out: Gateway, host: str, path: str, said: bytes) -> None:
    way_out.said = said
    tell(host)
    (call,) = way_out.calls
    assert call.host == f"{host}:443"
    assert call.path.startswith(path)
    body = json.dumps(call.body, ensure_ascii=False)
    assert TITLE in body
    assert "15:20 仙台事業所" in body


def test_a_token_goes_to_its_service_alone(way_out: Gateway) -> None:
    way_out.said = b"{}"
    tell(LINE)
    tell(TEAMS)
    line, teams = way_out.calls
    assert (line.headers["Authorization"], line.body["to"]) == ("Bearer c4n4ryOfLine", "Uc4n4ry")
    assert "sig=c4n4rysignature" in teams.path
    assert "c4n4ry" not in json.dumps([teams.body, teams.headers])


@pytest.mark.parametrize("host", ADDRESSES)
@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
def test_a_service_that_refuses_is_said_and_no_word_of_its_secrets(
    way_out: Gateway, host: str, status: int, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    way_out.status, way_out.said = status, json.dumps({"told": SECRETS}).encode()
    with pytest.raises(NotTold) as failure:
        tell(host)
    assert str(failure.value) == "duty has not taken it."
    assert way_out.calls, "it was asked"
    written = "".join((*capfd.readouterr(), caplog.text, str(failure.value)))
    assert not [secret for secret in SECRETS if secret in written]


def test_a_service_that_shows_another_certificate_is_told_nothing(
    way_out: Gateway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate_for(tmp_path / "other.pem", SLACK)))
    with pytest.raises(NotTold, match="duty has not taken it"):
        tell(SLACK)
    assert way_out.calls == []
