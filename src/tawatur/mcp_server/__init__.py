"""A server of the Model Context Protocol over a store: it only reads, and marks what pages say as untrusted."""

from tawatur.mcp_server.server import create_server

__all__ = ["create_server"]
