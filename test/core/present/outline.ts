import type { TreeNode } from '../../../src/core/present/treeNode.ts';

/** The rows of a tree as lines: indented label, then the description. */
export function outline(nodes: readonly TreeNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.label}${node.description ? ` (${node.description})` : ''}`,
    ...outline(node.children(), depth + 1),
  ]);
}

export function allNodes(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children())]);
}
