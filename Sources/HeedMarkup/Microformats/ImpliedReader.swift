/// A name, a picture and an address that a thing has without saying so.
/// Source: https://microformats.org/wiki/microformats2-parsing#parsing_for_implied_properties
struct ImpliedReader {
  let tree: PageTree

  func imply(_ draft: inout ItemReader.Draft, _ values: inout PropertyReader) {
    let near = [draft.node] + (onlyChild(of: draft.node).map { [$0] } ?? [])
    guard near.allSatisfy({ values.text.spend(steps: tree[$0].children.count) }) else { return }
    let isPlain = !draft.hasNested
    if draft.item.properties["name"] == nil, isPlain,
      draft.prefixes.isDisjoint(with: [.p, .e])
    {
      let name = said(for: draft.node, only: true) ?? Self.tight(values.text.words(in: draft.node))
      set("name", .p, .text(name.trimmedSpace), &draft)
    }
    guard isPlain, !draft.prefixes.contains(.u) else { return }
    let photo = draft.item.properties["photo"] == nil ? picture(for: draft.node, values) : nil
    let url = draft.item.properties["url"] == nil ? address(for: draft.node) : nil
    if let photo { set("photo", .u, photo, &draft) }
    if let url { set("url", .u, .text(tree.absolute(url)), &draft) }
  }

  /// Where a picture's words stand beside a space, there is one space.
  private static func tight(_ words: String) -> String { words.replacing(#/[ ]{2,}/#, with: " ") }

  private func set(
    _ name: String, _ prefix: ClassName.Prefix, _ value: Microformats.Value,
    _ draft: inout ItemReader.Draft
  ) {
    draft.item.properties[name] = [value]
    draft.first[ClassName.Property(prefix, name)] = value
  }

  private func said(for index: Int, only: Bool) -> String? {
    if let own = said(at: index) { return own }
    for place in [onlyChild(of: index), onlyChild(of: index).flatMap(onlyChild)] {
      guard let place, !isRoot(place) else { return nil }
      if let said = said(at: place), !said.isEmpty { return said }
    }
    return nil
  }

  private func said(at index: Int) -> String? {
    let node = tree[index]
    switch node.name {
    case "img", "area": return node["alt"]
    case "abbr": return node["title"]
    default: return nil
    }
  }

  private func picture(for index: Int, _ values: PropertyReader) -> Microformats.Value? {
    pick(for: index, ["img": "src", "object": "data"]).map { place in
      let node = tree[place]
      return node.name == "img"
        ? values.picture(node["src"] ?? "", alternative: node["alt"])
        : .text(tree.absolute(node["data"] ?? ""))
    }
  }

  private func address(for index: Int) -> String? {
    pick(for: index, ["a": "href", "area": "href"]).flatMap { tree[$0]["href"] }
  }

  /// The element itself, else its only child of that kind, else that of its only child.
  private func pick(for index: Int, _ kinds: KeyValuePairs<String, String>) -> Int? {
    for (name, attribute) in kinds where tree[index].name == name && tree[index][attribute] != nil {
      return index
    }
    for place in [index, onlyChild(of: index)] {
      guard let place, place == index || !isRoot(place) else { return nil }
      for (name, attribute) in kinds {
        let same = tree.elements(in: place).filter { tree[$0].name == name }
        guard same.count == 1, tree[same[0]][attribute] != nil, !isRoot(same[0]) else { continue }
        return same[0]
      }
    }
    return nil
  }

  private func onlyChild(of index: Int) -> Int? {
    let children = tree.elements(in: index)
    return children.count == 1 ? children[0] : nil
  }

  private func isRoot(_ index: Int) -> Bool {
    tree[index].classes.contains {
      ClassName.isRoot($0) || ClassicFormats.roots[$0] != nil
    }
  }
}
