/// Parts of a page that stand elsewhere and are named: the classic `include` class, `headers` of a
/// table's cell, and `itemref`. Source: https://microformats.org/wiki/include-pattern
///
/// Attacks that it stops: parts that include themselves, or each other many times over.
struct Inclusion {
  static let all = 200
  static let depth = 3

  let tree: PageTree
  private var open: [Int] = []
  private var left = Self.all
  private(set) var isSpent = false

  init(tree: PageTree) { self.tree = tree }

  /// What an element stands for; whoever goes there says `leave` afterwards.
  mutating func included(by index: Int, in root: Int) -> Int? {
    let node = tree[index]
    guard node.classes.contains("include"),
      let name = node.name == "object" ? node["data"] : node["href"], name.hasPrefix("#")
    else { return nil }
    return enter(String(name.dropFirst()), from: root)
  }

  /// What an item's element names besides what is in it; `leave` after each.
  mutating func referenced(by index: Int, isClassic: Bool) -> [Int] {
    let node = tree[index]
    var names = (node["itemref"] ?? "").split(whereSeparator: \.isWhitespace)
    if isClassic, node.name == "td" {
      names += (node["headers"] ?? "").split(whereSeparator: \.isWhitespace)
    }
    return names.prefix(20).compactMap { enter(String($0), from: index) }
  }

  mutating func leave() { _ = open.popLast() }

  private mutating func enter(_ name: String, from root: Int) -> Int? {
    guard let place = tree.byID[name], !open.contains(place), !tree.isInside(root, place) else {
      return nil
    }
    guard open.count < Self.depth, left > 0 else {
      isSpent = true
      return nil
    }
    left -= 1
    open.append(place)
    return place
  }
}
