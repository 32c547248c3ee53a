import Foundation
import HeedMarkup

/// What was read in the shape that parsers of microformats exchange
/// (https://microformats.org/wiki/microformats2-parsing).
enum MicroformatsJSON {
  static func page(_ page: Microformats) -> NSDictionary {
    [
      "items": page.items.map(item), "rels": page.rels,
      "rel-urls": page.relations.mapValues(relation),
    ]
  }

  private static func item(_ item: Microformats.Item) -> NSDictionary {
    fields(of: item) as NSDictionary
  }

  private static func fields(of item: Microformats.Item) -> [String: Any] {
    var json: [String: Any] = [
      "type": item.types, "properties": item.properties.mapValues { $0.map(value) },
    ]
    json["id"] = item.id
    if !item.children.isEmpty { json["children"] = item.children.map(Self.item) }
    return json
  }

  private static func value(_ value: Microformats.Value) -> Any {
    switch value {
    case .text(let text): return text
    case .picture(let address, let alternative):
      return ["value": address, "alt": alternative] as NSDictionary
    case .markup(let markup, let text): return ["html": markup, "value": text] as NSDictionary
    case .item(let item, let text, let markup):
      var json = fields(of: item)
      json["value"] = text
      json["html"] = markup
      return json as NSDictionary
    }
  }

  private static func relation(_ relation: Microformats.Relation) -> NSDictionary {
    var json: [String: Any] = ["rels": relation.rels]
    json["text"] = relation.text
    json["title"] = relation.title
    json["media"] = relation.media
    json["hreflang"] = relation.language
    json["type"] = relation.type
    return json as NSDictionary
  }
}
