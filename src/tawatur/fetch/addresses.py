"""Which addresses may be asked: http and https, on the public internet, by the very IP address that was checked."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

import httpx

from tawatur.fetch.errors import FetchError

# Host and port to IP addresses, as the system or a test knows them.
Resolver = Callable[[str, int], Sequence[str]]

# IANA's special-purpose registries, beyond what `is_global` of every Python 3.11 knows.
_SPECIAL = tuple(
    ip_network(net)
    for net in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10",
        "fec0::/10",
    )
)  # fmt: skip
# Networks whose addresses carry an IPv4 address in their last 32 bits (RFC 6052, RFC 4291).
_CARRIES_IPV4 = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
# Ports of web servers; below 1024 all others belong to other services, which must not be talked to by a page's wish.
_WEB_PORTS = {80, 443}
_FIRST_FREE_PORT, _LAST_PORT = 1024, 65_535
# A name in ASCII (others are written in punycode by then), an IPv4 or an IPv6 address.
_HOST = re.compile(rb"[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}")
# Browsers and servers keep addresses below this.
_LONGEST = 2_048


def checked_url(url: str) -> httpx.URL:
    """Return the address parsed; FetchError "address" for what is no plain http(s) address."""
    shown = repr(url[:200])
    if len(url) > _LONGEST:
        raise FetchError("address", f"{shown} … is longer than {_LONGEST:,} characters")
    try:
        parsed = httpx.URL(url.strip())
        port = parsed.port
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError("address", f"{shown} is no web address: {error}") from error
    if parsed.scheme not in {"http", "https"}:
        raise FetchError("address", f"{shown} is not fetched: only http and https are")
    if not _HOST.fullmatch(parsed.raw_host):
        raise FetchError("address", f"{shown} names no host")
    if parsed.userinfo:
        raise FetchError("address", f"{parsed.host!r} is not fetched with a name and password in its address")
    if port is not None and port > _LAST_PORT:
        raise FetchError("address", f"{shown} names port {port}, which there is not")
    if port is not None and port < _FIRST_FREE_PORT and port not in _WEB_PORTS:
        raise FetchError("address", f"{shown} names port {port}, which is no web server's")
    # The fragment is the reader's place on the page: it is never sent.
    return parsed.copy_with(fragment=None)


def system_resolver(host: str, port: int) -> Sequence[str]:
    """Ask the system for the IP addresses of a host. Raises OSError, UnicodeError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def usable_addresses(host: str, port: int, resolver: Resolver, allow_private: bool) -> tuple[str, ...]:
    """Return the IP addresses of a host, every one of them checked: connect to these and ask for no other.

    Raises FetchError "network" when there are none, "address" when any of them is not on the public internet: a name
    that answers with both is an attempt to get past the check.
    """
    try:
        found = tuple(resolver(host, port))
    except (OSError, UnicodeError) as error:
        raise FetchError("network", f"the name {host!r} cannot be resolved: {error}", again=True) from error
    if not found:
        raise FetchError("network", f"the name {host!r} has no address", again=True)
    for address in found:
        reason = None if allow_private else not_public(address)
        if reason:
            raise FetchError("address", f"{host!r} is at {address}, {reason}: see --allow-private")
    return found


def not_public(address: str) -> str | None:
    """Return in words why an IP address is not on the public internet, or None."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return "which is no IP address"
    if isinstance(ip, IPv6Address):
        if ip.scope_id:
            return "an address of this link alone"
        inner = _carried(ip)
        if inner is not None:
            return not_public(str(inner))
    if ip.is_loopback:
        return "this machine itself"
    if ip.is_multicast or ip.is_unspecified:
        return "an address of no single machine"
    if not ip.is_global or ip.is_private or ip.is_link_local or ip.is_reserved or any(ip in net for net in _SPECIAL):
        return "a private or reserved address"
    return None


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, if it does."""
    if ip.is_loopback or ip.is_unspecified:
        return None
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip.teredo is not None:
        return ip.teredo[1]
    if any(ip in net for net in _CARRIES_IPV4):
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return None
