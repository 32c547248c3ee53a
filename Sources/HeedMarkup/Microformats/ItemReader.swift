/// Walks a page and gathers what it describes.
struct ItemReader {
  /// Things inside of one another, and of one page in all.
  static let depth = 24
  static let items = 2_000
  static let properties = 20_000

  typealias Item = Microformats.Item
  typealias Value = Microformats.Value

  /// A thing while it is read.
  struct Draft {
    var item: Item
    let node: Int
    let isClassic: Bool
    /// Which prefixes its properties came with.
    var prefixes: Set<ClassName.Prefix> = []
    /// The first value of a name, by the prefix that it is to have.
    var first: [ClassName.Property: Value] = [:]
    var hasNested = false
    /// The day that a time without one belongs to.
    var lastDay: String?
    let depth: Int
  }

  let tree: PageTree
  var values: PropertyReader
  private(set) var leftOut = false
  private var left = Self.items
  private var propertiesLeft = Self.properties
  private var includes: Inclusion

  init(tree: PageTree) {
    self.tree = tree
    values = PropertyReader(tree: tree)
    includes = Inclusion(tree: tree)
  }

  mutating func read() -> [Item] {
    var items: [Item] = []
    search(PageTree.root, into: &items)
    if values.text.isSpent || includes.isSpent { leftOut = true }
    return items
  }

  private mutating func search(_ index: Int, into items: inout [Item]) {
    for child in tree.elements(in: index) {
      if let draft = item(at: child, depth: 0, in: nil) {
        items.append(draft.item)
      } else {
        search(child, into: &items)
      }
    }
  }

  /// The types of an element, and whether they are of the classic kind.
  private func types(of index: Int) -> (types: [String], isClassic: Bool)? {
    let classes = tree[index].classes
    let modern = Set(classes.filter(ClassName.isRoot))
    if !modern.isEmpty { return (modern.sorted(), false) }
    let classic = Set(classes.compactMap { ClassicFormats.roots[$0] })
    return classic.isEmpty ? nil : (classic.sorted(), true)
  }

  private mutating func item(at index: Int, depth: Int, in implied: String?) -> Draft? {
    guard let found = types(of: index) ?? implied.map({ ([$0], true) }) else { return nil }
    guard left > 0, depth < Self.depth else {
      leftOut = true
      return nil
    }
    left -= 1
    let id = tree[index]["id"].flatMap { $0.isEmpty || found.isClassic ? nil : $0 }
    var draft = Draft(
      item: Item(types: found.types, id: id, properties: [:], children: []), node: index,
      isClassic: found.isClassic, depth: depth)
    descend(index, of: &draft)
    for place in includes.referenced(by: index, isClassic: draft.isClassic) {
      visit(place, of: &draft)
      includes.leave()
    }
    if !draft.isClassic { ImpliedReader(tree: tree).imply(&draft, &values) }
    return draft
  }

  private mutating func descend(_ index: Int, of draft: inout Draft) {
    for child in values.text.elements(in: index) { visit(child, of: &draft) }
  }

  private mutating func visit(_ child: Int, of draft: inout Draft) {
    if draft.isClassic, let place = includes.included(by: child, in: draft.node) {
      visit(place, of: &draft)
      includes.leave()
      return
    }
    let node = tree[child]
    let properties =
      draft.isClassic
      ? ClassicFormats.properties(of: node, in: draft.item.types)
      : node.classes.compactMap(ClassName.property)
    let nested = item(
      at: child, depth: draft.depth + 1, in: properties.lazy.compactMap(\.implied).first)
    for property in properties {
      guard propertiesLeft > 0, !values.text.isSpent else {
        leftOut = true
        break
      }
      propertiesLeft -= 1
      let value: Value
      if let nested {
        value = values.value(
          of: property, at: child, holding: nested, lastDay: &draft.lastDay,
          isClassic: draft.isClassic)
      } else {
        value = values.value(
          of: property, at: child, lastDay: &draft.lastDay, isClassic: draft.isClassic)
      }
      draft.prefixes.insert(property.prefix)
      draft.item.properties[property.name, default: []].append(value)
      let key = ClassName.Property(property.prefix, property.name)
      if draft.first[key] == nil { draft.first[key] = value }
    }
    if let nested {
      draft.hasNested = true
      if properties.isEmpty { draft.item.children.append(nested.item) }
    } else {
      descend(child, of: &draft)
    }
  }
}
