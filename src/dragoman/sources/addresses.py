"""Which machines may be asked: those of the public internet, and others only where the user says so.

Source: the special-purpose registries of the IANA (RFC 6890), RFC 6052 (NAT64), RFC 3056 (6to4), RFC 4380
(Teredo), and the addresses at which clouds keep the credentials of their machines.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import NoReturn

from dragoman.errors import ForbiddenLink, Unreachable
from dragoman.sources.links import Link, shown

__all__ = ["is_allowed", "resolve"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = frozenset({80, 443, 8080, 8443})
"""The ports of the web. News stands on no other; behind those there may be mail, databases and printers."""

_GLOBAL_6 = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

_NEVER = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8",
            "169.254.0.0/16",  # link-local, and the metadata of most clouds
            "168.63.129.16/32",  # that of Azure, which is a public address
            "100.100.100.200/32",  # that of Alibaba
            "192.0.0.192/32",  # that of Oracle
            "224.0.0.0/3",  # multicast, reserved, broadcast
            "::/128",
            "fd00:ec2::/32",  # that of Amazon
            "fe80::/10",
            "ff00::/8",
        ),
    )
)
"""What nobody asks, on an intranet neither."""

_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.0.0.0/24",  # older Pythons hold most of it for public
            "192.88.99.0/24",  # the relays of 6to4
            "2001::/23",  # Teredo and other protocols
            "3fff::/20",  # documentation
            "5f00::/16",  # segment routing
        ),
    )
)


def resolve(link: Link, *, allow_private: bool = False) -> tuple[str, ...]:
    """The addresses of a link's host, every one of which may be asked.

    Where one of several may not be, none is: a name that means a machine outside and one inside is a
    trap or a mistake.

    Raises:
        ForbiddenLink: the host may not be asked, or not on this port.
        Unreachable: nobody has this name.
    """
    if link.port not in PORTS and not allow_private:
        known = ", ".join(map(str, sorted(PORTS)))
        _refuse(link, f"port {link.port} is not one of the web ({known})")
    for found in (addresses := _found(link)):
        address = ipaddress.ip_address(found)
        if not is_allowed(address, allow_private=allow_private):
            of = found if found == link.host else f"{found}, the address of {link.host},"
            _refuse(link, f"{of} is not on the public internet and is not asked{_advice(address)}")
    return addresses


def is_allowed(address: Address, *, allow_private: bool = False) -> bool:
    """Whether a machine may be asked; an address that holds another one is judged by that too."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id is not None:
            return False
        inner = _inner(address)
        if inner is not None:
            return is_allowed(inner, allow_private=allow_private)
    if any(address in network for network in _NEVER if network.version == address.version):
        return False
    return allow_private or _is_public(address)


def _is_public(address: Address) -> bool:
    if address.version == 6 and address not in _GLOBAL_6:
        return False
    if any(address in network for network in _NOT_PUBLIC if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The address of version 4 that one of version 6 stands for."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    if address.ipv4_mapped is not None or address.sixtofour is not None:
        return address.ipv4_mapped or address.sixtofour
    is_compatible = int(address) >> 32 == 0 and int(address) > 1  # ::a.b.c.d, but neither :: nor ::1
    return ipaddress.IPv4Address(int(address)) if is_compatible else None


def _found(link: Link) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(link.host, link.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(shown(str(link)), f"nobody is called {link.host}; check the address") from error
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


def _advice(address: Address) -> str:
    """What to do where it may be one's own machine that is meant; nothing where it is asked in no case."""
    is_own = is_allowed(address, allow_private=True)
    return "; for your own network set DRAGOMAN_ALLOW_PRIVATE=yes" if is_own else ""


def _refuse(link: Link, reason: str) -> NoReturn:
    raise ForbiddenLink(shown(str(link)), reason)
