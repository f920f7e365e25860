"""Which machines may be asked, and which addresses on the web are none."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import errors
from dragoman.sources import addresses, links

INSIDE = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
    "::/128", "::1/128", "::ffff:0:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:2::/48",
    "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "4000::/3",
]  # fmt: skip
"""The special-purpose registries of the IANA, metadata, and what is not given out."""

INSIDE_4 = [ipaddress.IPv4Network(one) for one in INSIDE if ":" not in one]


def within(network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> st.SearchStrategy[Any]:
    return st.ip_addresses(network=network)


inside = st.sampled_from(INSIDE).flatmap(lambda one: within(ipaddress.ip_network(one)))
inside_4 = st.sampled_from(INSIDE_4).flatmap(within)
outside_4 = st.ip_addresses(v=4).filter(lambda one: not any(one in network for network in INSIDE_4))


@given(inside)
def test_what_is_inside_is_never_public(address: Any) -> None:
    assert not addresses.is_allowed(address)


@given(inside_4, st.sampled_from(["::ffff:{}", "64:ff9b::{}", "2002:{}::1", "::{}"]))
def test_an_address_within_another_is_judged_too(address: Any, form: str) -> None:
    number = int(address)
    inner = f"{number >> 16:x}:{number & 0xFFFF:x}"
    assert not addresses.is_allowed(ipaddress.ip_address(form.format(inner)))


@given(outside_4)
def test_all_else_is_public(address: Any) -> None:
    assert addresses.is_allowed(address)
    number = int(address)
    assert addresses.is_allowed(ipaddress.ip_address(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}"))


@pytest.mark.parametrize(
    "public", ["2606:4700::1111", "2a00:1450:4001::200e", "2001:4860:4860::8888", "1.1.1.1"]
)
def test_the_public_internet_may_be_asked(public: str) -> None:
    assert addresses.is_allowed(ipaddress.ip_address(public))


@pytest.mark.parametrize(
    "never",
    ["169.254.169.254", "fd00:ec2::254", "168.63.129.16", "100.100.100.200", "0.0.0.0", "224.0.0.1",
     "fe80::1", "255.255.255.255", "::", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe"],
)  # fmt: skip
def test_an_intranet_has_no_metadata(never: str) -> None:
    assert not addresses.is_allowed(ipaddress.ip_address(never), allow_private=True)


@pytest.mark.parametrize("own", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "::1", "fd12::1", "100.64.0.1"])
def test_an_intranet_may_be_allowed(own: str) -> None:
    assert not addresses.is_allowed(ipaddress.ip_address(own))
    assert addresses.is_allowed(ipaddress.ip_address(own), allow_private=True)


def odd(address: ipaddress.IPv4Address) -> list[str]:
    """Notations that some programs take for an address: RFC 3986 knows only the plain one."""
    number, (a, b, c, d) = int(address), address.packed
    return [
        str(number), hex(number), f"0{number:o}", f"{a}.{number & 0xFFFFFF}", f"{a}.{b}.{(c << 8) + d}",
        f"0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}", f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"{a}.{b}.{c}.{d}.1",
        f"00{a}.{b}.{c}.{d}", f"%3{a % 10}", f"{a}.{b}.{c}.0x", f"{number}.",
    ]  # fmt: skip


@given(st.ip_addresses(v=4), st.integers(0, 11))
def test_odd_notations_are_refused(address: Any, which: int) -> None:
    with pytest.raises(errors.ForbiddenLink):
        links.parse(f"http://{odd(address)[which]}/")


@given(
    inside_4,
    st.sampled_from(["http://{}/", "http://{}./", "https://{}:443", "HTTP://{}/a?b", "http://{}:8080/"]),
)
def test_no_plain_notation_leads_inside(address: Any, form: str) -> None:
    with pytest.raises(errors.ForbiddenLink):
        addresses.resolve(links.parse(form.format(address)))


@given(inside_4)
def test_other_digits_and_dots_are_the_same_address(address: Any) -> None:
    wide = str(address).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"} | {ord("."): "。"})
    with pytest.raises(errors.ForbiddenLink):
        addresses.resolve(links.parse(f"http://{wide}/"))


@pytest.mark.parametrize(
    "wrong",
    ["", "news.example", "//news.example/", "ftp://news.example/", "file:///etc/passwd", "data:,a", "http://x[::1]/",
     "javascript:alert(1)", "http://[1.2.3.4]/",
     "http://", "http:///a", "http://a b/", "http://a\\b/", "http://a\n.b/", "http://a\x00/", "http://[::1",
     "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[v1.a]/", "http://me@news.example/",
     "http://me:pw@news.example/", "http://:pw@news.example/", "http://news.example:99999/",
     "http://news.example:a/", "http://-a.example/", "http://a..b/", "http://" + "a" * 64 + ".example/",
     "http://1.2.3/", "http://1.2.3.256/", "http://0x7f000001/", "http://news.example/" + "a" * 5000],
)  # fmt: skip
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(errors.ForbiddenLink):
        links.parse(wrong)


@pytest.mark.parametrize(
    ("given_", "plain"),
    [
        ("HTTP://News.Example:80/a b"[:-2] + "#c", "http://news.example/a"),
        ("https://news.example.", "https://news.example/"),
        ("https://bücher.example/ä?ö=ü&a=%20", "https://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC&a=%20"),
        ("http://xn--bcher-kva.example:8080", "http://xn--bcher-kva.example:8080/"),
        ("http://[2606:4700::1111]:8080/a", "http://[2606:4700::1111]:8080/a"),
        ("http://1.1.1.1?a=b", "http://1.1.1.1/?a=b"),
    ],
)
def test_an_address_has_one_form(given_: str, plain: str) -> None:
    assert str(links.parse(given_)) == plain


@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for one in (text, f"http://{text}", f"https://a.example/{text}", f"http://a.example?{text}"):
        links.shown(one)
        try:
            assert links.parse(str(links.parse(one))) == links.parse(one)
        except errors.ForbiddenLink as error:
            assert str(error)  # noqa: PT017 - either may happen


@pytest.mark.parametrize("port", [22, 25, 6379, 8000])
def test_ports_of_other_services_are_not_asked(port: int) -> None:
    with pytest.raises(errors.ForbiddenLink, match="port"):
        addresses.resolve(links.parse(f"http://1.1.1.1:{port}/"))


def test_a_name_that_nobody_has_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(errors.Unreachable, match=r"nobody is called news\.invalid"):
        addresses.resolve(links.parse("http://news.invalid/"))


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ("https://a.example/b?id=7#c", "https://a.example/b?id=7"),
        ("https://a.example/b?id=7&api_key=s3cret", "https://a.example/b?id=7&api_key=***"),
        ("https://me:pw@a.example/b", "https://a.example/b"),
        ("https://a.example/?x=ab12cd34ef56ab12cd34ef56", "https://a.example/?x=***"),
        ("https://a.example/?X-Amz-Signature=ab&p=", "https://a.example/?X-Amz-Signature=***&p="),
    ],
)
def test_an_address_is_shown_without_its_keys(whole: str, shown: str) -> None:
    assert links.shown(whole) == shown
