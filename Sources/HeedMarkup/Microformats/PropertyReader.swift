/// What a property of an element says, by its prefix.
/// Source: https://microformats.org/wiki/microformats2-parsing#parsing_a_p-_property and following
struct PropertyReader {
  typealias Value = Microformats.Value
  typealias Property = ClassName.Property

  let tree: PageTree
  var text: PageText

  init(tree: PageTree) {
    self.tree = tree
    text = PageText(tree: tree)
  }

  mutating func value(
    of property: Property, at index: Int, lastDay: inout String?, isClassic: Bool
  ) -> Value {
    switch property.prefix {
    case .p: return .text(words(at: index, of: property, isClassic))
    case .u: return address(at: index, isClassic)
    case .dt: return .text(time(at: index, lastDay: &lastDay, isClassic))
    case .e: return .markup(text.markup(in: index), text: text.words(in: index))
    }
  }

  /// The value of a property that is a thing of its own: its name or its address come first.
  mutating func value(
    of property: Property, at index: Int, holding draft: ItemReader.Draft,
    lastDay: inout String?, isClassic: Bool
  ) -> Value {
    let own =
      isClassic && property.prefix == .p
      ? .text(words(at: index, of: property, isClassic, isItem: true))
      : value(of: property, at: index, lastDay: &lastDay, isClassic: isClassic)
    switch property.prefix {
    case .p:
      return .item(
        draft.item, text: draft.first[Property(.p, "name")]?.text ?? own.text, markup: nil)
    case .u:
      return .item(
        draft.item, text: draft.first[Property(.u, "url")]?.text ?? own.text, markup: nil)
    case .dt: return .item(draft.item, text: own.text, markup: nil)
    case .e:
      guard case .markup(let markup, let words) = own else { return own }
      return .item(draft.item, text: words, markup: markup)
    }
  }

  private mutating func words(
    at index: Int, of property: Property, _ isClassic: Bool, isItem: Bool = false
  ) -> String {
    let node = tree[index]
    if property.isTag, let href = node["href"] {
      let path = tree.absolute(href).prefix { $0 != "?" && $0 != "#" }
      return path.split(separator: "/").last.map(String.init)?.decodedPercent ?? ""
    }
    // What a classic thing inside says of itself is not what it is.
    if !isItem, let value = valueClass(at: index, isClassic) { return value }
    switch node.name {
    case "abbr", "link": if let title = node["title"] { return title }
    case "data", "input":
      if let value = node["value"] ?? (node.name == "input" ? "" : nil) { return value }
    case "img", "area": return node["alt"] ?? ""
    default: break
    }
    return said(in: index, isClassic)
  }

  /// The words inside, and those of what a classic format names besides.
  private mutating func said(in index: Int, _ isClassic: Bool) -> String {
    guard isClassic, let named = tree[index]["itemref"] else { return text.words(in: index) }
    var words = text.raw(in: index)
    for name in named.split(whereSeparator: \.isWhitespace).prefix(20) {
      if let place = tree.byID[String(name)] { words += text.raw(in: place) }
    }
    return words.trimmedSpace
  }

  private mutating func address(at index: Int, _ isClassic: Bool) -> Value {
    let node = tree[index]
    switch node.name {
    case "a", "area", "link":
      if let href = node["href"] { return .text(tree.absolute(href)) }
    case "img":
      if let source = node["src"] {
        return picture(source, alternative: isClassic ? nil : node["alt"])
      }
    case "audio", "source", "iframe":
      if let source = node["src"] { return .text(tree.absolute(source)) }
    case "video":
      if let source = node["src"] ?? node["poster"] { return .text(tree.absolute(source)) }
    case "object":
      if let data = node["data"] { return .text(tree.absolute(data)) }
    default: break
    }
    if let value = valueClass(at: index, isClassic) { return .text(tree.absolute(value)) }
    switch node.name {
    case "abbr": if let title = node["title"] { return .text(tree.absolute(title)) }
    case "data", "input": if let value = node["value"] { return .text(tree.absolute(value)) }
    default: break
    }
    return .text(tree.absolute(text.words(in: index, withPictures: false)))
  }

  func picture(_ source: String, alternative: String?) -> Value {
    let address = tree.absolute(source)
    return alternative.map { .picture(address, alternative: $0) } ?? .text(address)
  }

  private mutating func time(at index: Int, lastDay: inout String?, _ isClassic: Bool) -> String {
    let parts = valueParts(at: index, isClassic, isTime: true)
    if !parts.isEmpty, let time = ValueTime(parts, lastDay: lastDay) {
      lastDay = time.day ?? lastDay
      return time.written
    }
    let node = tree[index]
    var said: String?
    switch node.name {
    case "time", "ins", "del": said = node["datetime"]
    case "abbr": said = node["title"]
    case "data", "input": said = node["value"]
    default: break
    }
    let time = said ?? text.words(in: index, withPictures: false)
    lastDay = ValueTime.day(in: time) ?? lastDay
    return time
  }

  /// https://microformats.org/wiki/value-class-pattern
  private mutating func valueClass(at index: Int, _ isClassic: Bool) -> String? {
    let parts = valueParts(at: index, isClassic, isTime: false)
    return parts.isEmpty ? nil : parts.joined()
  }

  /// What elements with the class `value` or `value-title` inside say, but not those of another
  /// property or thing.
  private mutating func valueParts(at index: Int, _ isClassic: Bool, isTime: Bool) -> [String] {
    var parts: [String] = []
    var open = Array(text.elements(in: index).reversed())
    var looked = 0
    while let place = open.popLast(), looked < 500 {
      looked += 1
      let node = tree[place]
      if node.classes.contains("value") {
        if let part = part(at: place, isTime: isTime) { parts.append(part) }
        continue
      }
      if node.classes.contains("value-title"), let title = node["title"] {
        parts.append(title)
        continue
      }
      let isOther = node.classes.contains {
        ClassName.property($0) != nil || ClassName.isRoot($0)
          || isClassic && ClassicFormats.roots[$0] != nil
      }
      if !isOther { open += text.elements(in: place).reversed() }
    }
    return parts
  }

  private mutating func part(at index: Int, isTime: Bool) -> String? {
    let node = tree[index]
    switch node.name {
    case "img", "area": return node["alt"] ?? ""
    case "data": if let value = node["value"] { return value }
    case "abbr": if let title = node["title"] { return title }
    case "time", "ins", "del": if isTime, let time = node["datetime"] { return time }
    default: break
    }
    return text.words(in: index)
  }
}

extension String {
  fileprivate var decodedPercent: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
