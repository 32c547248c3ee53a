/// Words that everybody says about wares, work and days, and that nobody is called by.
///
/// Not a dictionary: a word that is missing here is taken for somebody's name, which takes out too much and never too
/// little. One that is a first name as well stands in `Forgetting` instead; a family name may stand here, for beside a
/// first name it is one.
enum OrdinaryWords {
  /// - Parameter word: folded.
  static func contain(_ word: String) -> Bool {
    if all.contains(word) || links.contains(word) { return true }
    if word.utf8.allSatisfy({ (48...57).contains($0) }) { return true }
    // More than one of them. Shorter stems would make names ordinary.
    return ["s", "es", "n", "en"].contains { end in
      word.utf8.count >= end.utf8.count + 4 && word.hasSuffix(end)
        && all.contains(String(word.dropLast(end.count)))
    }
  }

  /// Whether a word only holds others together: no part of a name by itself.
  static func link(_ word: String) -> Bool { links.contains(word) }

  /// Whether somebody is called or named by what follows this word.
  static func call(_ word: String) -> Bool { calls.contains(word) }

  private static let links = Set(
    words:
      """
      the of and a an my your our his her its their in at on for to with by from is it this that not no
      me we you i who what where how why von van der den das die dem des und ein eine im am zum zur ist
      mit für ohne aus bei auf nicht kein mein dein unser wir ich ihr euer de du la le les et un une au
      aux pour avec sans mon ton notre votre el los las y una del al con sin por para mi tu nuestro do
      da dos das o os as e um uma no na com sem meu minha nosso
      """)

  private static let calls = Set(
    words:
      """
      hi hello hey dear mr mrs ms mx sir madam user named called thanks hallo moin servus liebe lieber
      liebes herr frau nutzer nutzerin kunde kundin namens danke guten bonjour bonsoir salut cher chère
      monsieur madame merci hola querido querida estimado estimada señor señora gracias olá oi caro
      cara prezado prezada senhor senhora obrigado obrigada ciao
      """)

  private static let all = Set(
    words:
      """
      refund refunds tomorrow today yesterday tonight now later soon never always again ever once
      monday tuesday wednesday thursday friday saturday sunday week weekend month year day night
      morning evening afternoon noon midnight winter spring autumn bike biker bicycle bikes cyclist
      rider ride riding guy girl boy man woman men women lady dude kid kids child people person human
      folk team crew club group gang family mother father mom mum dad sister brother uncle aunt
      grandma grandpa baby friend friends neighbour neighbor customer client buyer seller shopper user
      member guest visitor fan lover hater owner driver walker runner reader writer speaker listener
      player maker baker builder fixer teacher student doctor nurse engineer developer coder hacker
      geek nerd artist singer dancer cooker farmer gardener worker boss chief captain master queen
      princess knight wizard witch ghost monster dragon robot bot alien zombie ninja pirate samurai
      cat dog bird fish horse cow pig sheep bear lion tiger mouse rat bunny rabbit duck chicken frog
      snake turtle spider bee bug butterfly unicorn dinosaur whale shark monkey panda angry happy sad
      mad crazy lazy tired hungry sleepy lonely grumpy cranky quiet loud silent noisy fast slow quick
      big small little tiny huge tall large old new good bad best worst better great nice fine cool
      hot cold warm fresh free cheap expensive real true false fake right wrong only just first last
      next lost broken missing late early open closed empty full secret hidden random anonymous
      unknown nobody somebody everybody anybody someone anyone everyone nothing something everything
      one two three four five six seven eight nine ten hundred thousand million zero half double
      single second third red blue yellow purple pink golden silver dark light bright clear money cash
      cost price prices pay payment invoice receipt order orders ordered delivery deliver shipping
      shipment parcel package box post mail letter return returns refunded refunding exchange repair
      repairs repaired fix warranty guarantee service services support help helper helpdesk hotline
      call caller phone ticket question questions answer answers complaint complaints complain problem
      problems trouble issue issues error mistake mistakes fault sorry thank thanks please wait
      waiting waited queue wish want need needs love hate like likes product products item items thing
      things stuff part parts spare tool tools wheel wheels tyre tire chain brake brakes saddle pedal
      pedals gear gears lights lamp lock frame fork helmet basket bag bags bottle pump tube charger
      battery cable plug screen display laptop computer keyboard printer camera picture photo video
      music song sound noise radio television movie film game games gamer play book books paper pen
      pencil word words story news blog blogger website web internet online offline account password
      login app software hardware data code system network server cloud house home room kitchen bath
      bed table chair door window wall floor roof garden tree flower flowers grass leaf lake sea ocean
      beach island mountain valley street road way path bridge city town village country world earth
      moon sun rain snow wind fire water ice air coffee tea beer wine milk bread cheese cake cookie
      pizza pasta burger soup salad apple banana lemon orange potato tomato onion rice egg eggs butter
      sugar salt food eat eater drink drinker breakfast lunch dinner shop shops store stores market
      office company business work job career school university church hospital station train bus car
      cars truck taxi plane airport ship boat travel traveller traveler trip journey tour tourist
      holiday vacation party birthday wedding gift present surprise sale sales offer deal discount
      bargain test tester testing example sample demo practice truth lie liar fact facts opinion voice
      view watcher observer critic review reviewer rating power energy force speed time clock watch
      hour minute moment life live living dead death born birth health sick pain body head hair face
      eye eyes ear nose mouth hand hands finger arm leg foot feet heart brain mind soul idea ideas
      thought dream dreamer sleep awake walk run jump swim climb dance sing talk speak say said tell
      told ask asked read write listen hear see look find found search seek seeker keep give take get
      got make made build buy bought sell sold send sent receive received come came go going gone went
      leave left stay stop start begin end finish does did done be been are was were have has had can
      could should would must might very too much many more most less few all any every each some
      other another same different here there up down out off over under back front side top bottom
      inside outside near far mister super mega ultra mini turbo extreme official original local
      global public private simple easy hard soft strong weak heavy deep high low round square fanclub
      corner place spot center centre point line circle rückerstattung erstattung geld zurück morgen
      heute gestern übermorgen abend mittag nacht immer nie niemals jetzt später bald wieder montag
      dienstag mittwoch donnerstag freitag samstag sonnabend sonntag woche wochenende monat jahr tag
      tage rad räder fahrrad fahrräder radler radfahrer fahrer fahrt typ kerl junge mädchen mann
      männer mensch menschen leute kinder kind freund freundin freunde nachbar nachbarin käufer
      käuferin verkäufer besucher gast gäste mitglied leser leserin schreiber hörer spieler sammler
      lehrer lehrerin schüler ärztin arzt ingenieur bauer gärtner chef meister könig königin prinz
      prinzessin ritter hexe zauberer geist katze kater hund vogel fisch pferd kuh schwein schaf bär
      löwe maus hase ente huhn frosch biene wütend fröhlich glücklich traurig müde hungrig einsam laut
      leise schnell langsam große großer großes kleine kleiner kleines alte alter altes neue neuer
      neues gut gute guter gutes schlecht besser beste bester echt echte echter wahr falsch richtig
      nur einfach erste erster letzte letzter nächste verloren kaputt kaputte kaputter defekt spät
      früh offen geschlossen leer voll geheim unbekannt anonym niemand jemand jeder alle alles nichts
      etwas rot blau gelb grün lila gold silber dunkel hell preis preise zahlen zahlung rechnung
      quittung bestellung bestellungen bestellt lieferung liefern versand paket pakete brief umtausch
      reparatur reparaturen garantie dienst kundendienst hilfe helfer anruf frage fragen antwort
      antworten beschwerde beschwerden probleme ärger fehler bitte warten warte wartet wunsch hass
      ware waren teil teile ersatzteil werkzeug reifen kette bremse bremsen sattel licht lampe klingel
      schloss rahmen helm korb tasche flasche pumpe schlauch akku kabel stecker bildschirm rechner
      tastatur drucker kamera bild foto musik lied spiel buch bücher seite papier wort wörter
      geschichte haus zimmer küche bett tisch stuhl tür fenster wand dach garten baum blume wald fluss
      meer strand insel berg straße weg brücke stadt dorf land welt erde mond sonne regen schnee sturm
      feuer wasser luft kaffee tee bier wein milch brot käse kuchen apfel zitrone kartoffel tomate
      zwiebel reis ei laden geschäft markt büro firma arbeit beruf schule kirche krankenhaus bahnhof
      zug auto autos schiff boot reise urlaub ferien fest geburtstag hochzeit geschenk angebot rabatt
      probe beispiel wahrheit lügner meinung stimme kraft zeit uhr stunde leben tod kopf gesicht auge
      herz traum remboursement rembourser demain aujourd hui toujours jamais maintenant bientôt lundi
      mardi mercredi jeudi vendredi samedi dimanche semaine mois année jour nuit matin soir vélo
      cycliste mec type fille garçon homme femme gens ami amie cliente acheteur vendeur visiteur
      lecteur chat chien oiseau poisson cheval vache lapin heureux triste fatigué petite grande vieux
      nouveau nouvelle bon mauvais meilleur vrai faux perdu cassé ouvert fermé vide plein inconnu
      anonyme personne rien tout rouge bleu jaune vert noir argent prix facture commande livraison
      colis retour échange réparation aide réponse plainte problème erreur attente pièce roue pneu
      chaîne frein selle lumière casque panier livre mot histoire maison jardin arbre ville pays monde
      lune pluie neige feu eau café thé bière vin lait fromage magasin marché bureau travail école
      voiture voyage vacances fête cadeau vérité temps vie reembolso mañana hoy ayer siempre nunca
      ahora pronto lunes martes miércoles jueves viernes sábado semana mes año día noche tarde
      bicicleta bici ciclista chico chica hombre mujer gente amigo amiga comprador vendedor visitante
      lector gato perro pájaro pez caballo vaca conejo cansado pequeño pequeña viejo nuevo nueva bueno
      buena malo mejor verdadero falso perdido roto abierto cerrado vacío lleno desconocido anónimo
      nadie nada todo rojo azul amarillo verde negro blanco dinero precio factura pedido entrega
      paquete devolución cambio reparación garantía ayuda pregunta respuesta queja problema espera
      pieza rueda cadena freno sillín casco cesta libro palabra historia casa jardín árbol ciudad
      pueblo país mundo lluvia nieve fuego agua té cerveza vino leche pan queso tienda mercado oficina
      trabajo escuela tren coche viaje vacaciones fiesta regalo verdad tiempo vida amanhã hoje ontem
      sempre agora breve segunda terça quarta quinta sexta dia noite manhã moço moça homem mulher
      pessoa pessoas leitor cachorro pássaro peixe cavalo coelho pequeno velho novo nova bom boa mau
      melhor aberto fechado vazio cheio desconhecido anônimo ninguém tudo vermelho amarelo preto
      branco dinheiro preço fatura encomenda pacote devolução troca reparo reparação conserto ajuda
      pergunta resposta reclamação peça roda corrente freio selim capacete livro palavra história
      jardim árvore cidade chuva neve fogo água cerveja vinho leite pão queijo loja escritório
      trabalho escola trem carro viagem férias festa presente verdade tempo
      """)
}
