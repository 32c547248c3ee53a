extension Phrasebook {
  static let german = Phrasebook(
    language: "de", days: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
    openings: [
      .order: [
        "{shop} meine Bestellung {order} ist seit {n} Wochen „in Bearbeitung“. Wird sie geschnitzt?",
        "{shop} für {order} wurde zweimal abgebucht. Bitte schaut nach.",
      ],
      .delivery: [
        "{shop} der Karton vom {model} kam offen an, die Klingel fehlt. Was nun?",
        "{shop} die Lieferung war für {day} zugesagt. Ich hatte extra frei. Es kam niemand.",
      ],
      .brakes: [
        "{shop} die Bremse am {model} quietscht so, dass die Hunde antworten. Was hilft?",
        "{shop} die Hinterradbremse wurde am Berg plötzlich weich. Ich hatte Angst. Darf ich so fahren?",
      ],
      .ebike: [
        "{shop} der Akku vom {model} zeigt voll und ist nach {n} km leer. Er ist acht Monate alt.",
        "{shop} kann der Akku vom {model} im Winter im Schuppen bleiben?",
      ],
      .hours: [
        "{shop} habt ihr am {day} offen? Tür, Seite und Telefon sagen drei verschiedene Sachen."
      ],
      .page: [
        "{shop} auf eurer Seite steht, das {model} habe hydraulische Bremsen. Meins hat Seilzüge. Bitte berichtigen."
      ],
      .praise: ["{shop} 3000 km mit dem {model} und nichts zu meckern. Und ich meckere gern."],
      .wish: [
        "{shop} ein Reparaturabend für Anfänger wäre schön. Ich bringe Kuchen mit. Viel Kuchen."
      ],
      .workshop: ["{shop} ihr habt mein {model} seit {day}. Ich vermisse es. Gibt es etwas Neues?"],
    ],
    about: [
      .brakes: [
        "Weiß jemand, ob der Rückruf der Bremsen am {model} stimmt? Corner Bikes schweigt dazu."
      ],
      .ebike: ["Hat jemand das {model} von Corner Bikes? Wie weit kommt man im Winter? #ebike"],
      .praise: ["Corner Bikes hat meinen Platten geflickt und wollte kein Geld. #cornerbikes"],
    ],
    daily: [
      .garden: ["Die Bohnen sind da! Alle {n}! #garten"],
      .trains: ["{n} Minuten Verspätung, dafür reimte der Schaffner die Durchsage. #bahn"],
      .football: ["{n} Torschüsse, kein Tor. Ich bin gealtert. #fußball"],
      .cats: ["Die Katze sitzt im Fahrradkorb und will nicht darüber reden. #katzen"],
      .weather: ["Regen von der Seite in {town}. Der Schirm und ich gehen getrennte Wege. #wetter"],
      .food: ["Suppe für {n} gekocht. Wir sind zu zweit. #essen"],
      .music: ["Der Nachbar übt Posaune. Ein Ton, aber mit Überzeugung. #musik"],
      .books: ["{n} Seiten gelesen und gemerkt: kenne ich schon. Gefällt mir wieder. #bücher"],
    ],
    lines: [
      .detail: [
        "Gern: Bestellung {order} vom {day}, es ist das {model}.",
        "Seit {day}, vor allem morgens. Ich kann ein Foto schicken.",
      ],
      .solved: [
        "Gelöst, danke! So einfach hatte ich es nicht erwartet.",
        "Läuft wieder. Vielen Dank, ehrlich.",
      ],
      .thanks: ["Danke, das hilft sehr.", "Das ist nett, danke!"],
      .waiting: ["Gut, dann warte ich so lange. Danke, dass ihr sagt, bis wann."],
      .promised: ["Ihr wolltet euch melden. Habe ich etwas verpasst?"],
      .still: [
        "Danke, aber danach hatte ich nicht gefragt. Was mache ich jetzt?",
        "Habe ich versucht. Keine Änderung.",
      ],
      .softened: ["Na gut, Entschuldigung angenommen. Und wie bringen wir es in Ordnung?"],
      .angry: [
        "Das ist keine Antwort.",
        "Jetzt bin ich also schuld? Ich habe ein Fahrrad bezahlt, keine Belehrung.",
      ],
      .leaving: ["Lasst es. Ich möchte mein Geld zurück."],
      .repeated: ["Genau das habt ihr schon geschrieben, Wort für Wort. Ist da jemand?"],
      .hurt: ["Oha. Ich hatte höflich gefragt."],
      .finally: ["Na endlich.", "Das hat gedauert."],
      .nudge: ["{shop} ist da jemand?", "{shop} könnte bitte jemand darauf schauen?"],
      .noticed: ["Oh, ich dachte nicht, dass ihr mitlest. Danke für die Antwort!"],
      .aside: [
        "Hatte ich auch. Die kleine Schraube unter dem Hebel, eine Vierteldrehung.",
        "Die sind langsam, aber gut. Halte durch.",
      ],
      .gasp: ["Haben die das gerade wirklich geschrieben?"],
      .corrects: [
        "Entschuldigung, das stimmt nicht."
      ],
      .mended: [
        "Danke, dass ihr das berichtigt habt. Das tut nicht jeder.",
        "So gehört sich das. Danke, dass ihr es offen sagt.",
      ],
      .chat: ["Ha, genau so.", "Erzähl mehr!", "Heb mir was auf?"],
      .added: ["(Nachtrag: ist gelöst.)"],
    ])
}
