"""Mentions: the words of a text that name, describe or point to actors, before it is known which are one."""
