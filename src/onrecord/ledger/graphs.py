"""Which of some things are connected: a disjoint-set forest (Galler and Fischer 1964), the smallest root first."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Node = TypeVar("Node")


class Graph(Generic[Node]):
    """Nodes, of which those joined to one another have one root."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes = tuple(nodes)
        self._above: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        """The node that stands for all that are connected with this one."""
        path = [node]
        while path[-1] in self._above:
            path.append(self._above[path[-1]])
        for each in path[:-1]:
            self._above[each] = path[-1]
        return path[-1]

    def join(self, one: Node, other: Node) -> None:
        """Connects two nodes."""
        left, right = self.root(one), self.root(other)
        if left != right:
            self._above[right] = left
