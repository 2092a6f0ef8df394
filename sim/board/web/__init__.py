"""The board as a web application: pages, and the interface for programs. Only here is a web library known."""
