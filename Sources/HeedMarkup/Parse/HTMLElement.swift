import CGumbo

/// An element during a walk; not to be kept longer.
struct HTMLElement {
  private let node: UnsafeMutablePointer<GumboNode>

  init(_ node: UnsafeMutablePointer<GumboNode>) { self.node = node }

  /// `GUMBO_TAG_UNKNOWN` for everything in SVG and MathML but their roots: an `<a>` there is none.
  var tag: GumboTag {
    let element = node.pointee.v.element
    let isForeign = element.tag_namespace != GUMBO_NAMESPACE_HTML
    if isForeign, element.tag != GUMBO_TAG_SVG, element.tag != GUMBO_TAG_MATH {
      return GUMBO_TAG_UNKNOWN
    }
    return element.tag
  }

  /// The name in lower case; empty when the standard does not know it.
  var name: String { String(cString: gumbo_normalized_tagname(tag)) }

  /// The value of an attribute, without its entities; `nil` when it is not there.
  subscript(name: String) -> String? {
    withUnsafePointer(to: &node.pointee.v.element.attributes) { attributes in
      gumbo_get_attribute(attributes, name).map { String(cString: $0.pointee.value) }
    }
  }

  /// Whether an attribute that holds a list of words (`class`, `rel`) has `word` in it, in any case.
  func has(_ word: String, in name: String) -> Bool {
    withUnsafePointer(to: &node.pointee.v.element.attributes) { attributes in
      guard let attribute = gumbo_get_attribute(attributes, name) else { return false }
      let value = UnsafeRawPointer(attribute.pointee.value!).assumingMemoryBound(to: UInt8.self)
      var index = 0
      while value[index] != 0 {
        if value[index] <= 0x20 {
          index += 1
          continue
        }
        var isSame = true
        var letters = word.utf8.makeIterator()
        while value[index] > 0x20 {
          let isUpper = value[index] >= UInt8(ascii: "A") && value[index] <= UInt8(ascii: "Z")
          if letters.next() != (isUpper ? value[index] | 0x20 : value[index]) { isSame = false }
          index += 1
        }
        if isSame, letters.next() == nil { return true }
      }
      return false
    }
  }

  /// Every attribute, in order.
  var attributes: [(name: String, value: String)] {
    let vector = node.pointee.v.element.attributes
    return (0..<Int(vector.length)).compactMap {
      guard let attribute = vector.data[$0]?.assumingMemoryBound(to: GumboAttribute.self) else {
        return nil
      }
      return (String(cString: attribute.pointee.name), String(cString: attribute.pointee.value))
    }
  }

  /// The words of an attribute that holds a list of them (`class`, `rel`), in lower case.
  func words(_ name: String) -> [Substring] {
    self[name]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
  }
}
