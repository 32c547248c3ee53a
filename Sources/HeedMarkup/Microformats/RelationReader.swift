/// Reads what the links of a page say that they are to it.
/// Source: https://microformats.org/wiki/microformats2-parsing#parse_a_hyperlink_element_for_rel_microformats
struct RelationReader {
  let tree: PageTree

  func read() -> (rels: [String: [String]], relations: [String: Microformats.Relation]) {
    var text = PageText(tree: tree)
    var rels: [String: [String]] = [:]
    var seen: Set<String> = []
    var relations: [String: Microformats.Relation] = [:]
    var words: [String: Set<String>] = [:]
    for (index, node) in tree.nodes.enumerated() {
      guard node.name == "a" || node.name == "link" || node.name == "area",
        let rel = node["rel"], let href = node["href"]
      else { continue }
      let said = rel.split(whereSeparator: \.isWhitespace).prefix(32).map(String.init)
      guard !said.isEmpty else { continue }
      let address = tree.absolute(href)
      words[address, default: []].formUnion(said)
      for word in said where seen.insert("\(word) \(address)").inserted {
        rels[word, default: []].append(address)
      }
      var relation = relations[address] ?? Microformats.Relation(rels: [])
      if relation.text == nil {
        let shown = text.raw(in: index)
        relation.text = node.name == "a" || !shown.isEmpty ? shown : nil
      }
      relation.title = relation.title ?? node["title"]
      relation.media = relation.media ?? node["media"]
      relation.language = relation.language ?? node["hreflang"]
      relation.type = relation.type ?? node["type"]
      relations[address] = relation
    }
    for (address, said) in words { relations[address]?.rels = said.sorted() }
    return (rels, relations)
  }
}
