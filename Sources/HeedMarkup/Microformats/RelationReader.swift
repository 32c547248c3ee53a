/// Reads what the links of a page say that they are to it.
/// Source: https://microformats.org/wiki/microformats2-parsing#parse_a_hyperlink_element_for_rel_microformats
struct RelationReader {
  let tree: PageTree

  func read() -> (rels: [String: [String]], relations: [String: Microformats.Relation]) {
    var text = PageText(tree: tree)
    var rels: [String: [String]] = [:]
    var seen: Set<String> = []
    var relations: [String: Microformats.Relation] = [:]
    for (index, node) in tree.nodes.enumerated() {
      guard node.name == "a" || node.name == "link" || node.name == "area",
        let rel = node["rel"], let href = node["href"]
      else { continue }
      let words = Set(rel.split(whereSeparator: \.isWhitespace).prefix(32).map(String.init))
      guard !words.isEmpty else { continue }
      let address = tree.absolute(href)
      for word in words where seen.insert("\(word) \(address)").inserted {
        rels[word, default: []].append(address)
      }
      var relation = relations[address] ?? Microformats.Relation(rels: [])
      relation.rels = Set(relation.rels).union(words).sorted()
      let said = text.raw(in: index)
      relation.text = relation.text ?? (node.name == "a" || !said.isEmpty ? said : nil)
      relation.title = relation.title ?? node["title"]
      relation.media = relation.media ?? node["media"]
      relation.language = relation.language ?? node["hreflang"]
      relation.type = relation.type ?? node["type"]
      relations[address] = relation
    }
    return (rels, relations)
  }
}
