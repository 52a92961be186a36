/**
 * Given names and what those who bear them are called, folded as normaliseName folds: "name: short forms | name: …".
 * A short name may stand under several, "alex" under Alexander and Alexandra. Facts of usage, written from knowledge;
 * forms of one name in several languages stand here too where migrants and travellers use both.
 */
export const nicknameTable = `
aaron: ron ronnie erin | abel: abe | abigail: abby abbie abbey gail gale nabby | abraham: abe bram ham avram ibrahim
adam: ad addie ade adi | adelaide: addie ada adele della heidi | adelheid: heidi heide adele alheit
adeline: addie ada aline della | agatha: aggie agathe | agnes: aggie nessie inez ines nes agnese agnieszka
alan: al allan allen | albert: al bert bertie albie albrecht alberto | alberto: beto berto tito albert
alejandra: ale alex sandra jandra | alejandro: ale alex jandro alexander | aleksander: olek alek alex sasza
aleksandr: sasha sascha alex shura sanya | aleksandra: ola olka sasha sascha alex ala
aleksey: alyosha lyosha alex alexei | alessandra: ale sandra alex | alessandro: ale sandro alex alexander
alexander: al alec alek alex ally lex sander sandy sasha sascha xander zander alexandre aleksander aleksandr alejandro alessandro alexandros
alexandra: alex alexa ali allie lexi lexie sandra sandy sasha sascha xandra aleksandra alejandra alessandra
alexandre: alex xande sacha | alexis: alex lexi lexie lex | alfred: al alf alfie fred freddie freddy alfredo
alfredo: alf fredo fredi | alice: al ali allie ally elsie lisa | alicia: ali allie lisa licia alisha
alina: ala lina alinka | alison: al ali allie ally allison | alois: loisl luis | aloysius: al alois lois
alphonse: al alf alfonso | alvin: al vin vinny | amalia: amy molly mali | amanda: mandy manda amy mandi
amelia: amy millie mel emily milly | anastasia: ana nastya stacy stacey stasia tasia nastia stasya | andre: andy andrew
andrea: andi andie andy drea | andreas: andi andy andre anders andrew | andrei: andrey andryusha
andrew: andy drew andre anders andreas andrzej | andrzej: andy jedrek | angela: angie angel geli angelika
angelika: geli angie angela | angelina: angie angel lina gelina | anita: ana nita | ann: annie nan nancy anne anna
anna: ann annie anni anja anya ania anne hanna nan nana nancy nina anka anoushka annushka nyura anouk annika aneta
annabel: anna ann bella belle annie | anne: ann annie anna nan nancy anneke | anneliese: anne liese lisa anni anna
annemarie: anne anna annie marie annemie | annette: anna annie nettie netty
anthony: tony ant toni antonio anton antoine | antoine: tony toine antonin | antoinette: toni nettie netta tony
anton: toni tony antek tosha antoni anthony | antoni: antek tolek tony | antonia: toni tonia antje tonya nia tona
antonio: toni tony toninho tonho tonino tonio nino antoine anthony | archibald: archie arch baldie | arnold: arnie arny
arthur: art artie arty artur arturo | arturo: art turo tito | artyom: tyoma artem | ashley: ash | audrey: audie dree
august: gus augie gust | augustine: gus augie austin august | augustus: gus gussie august augie
balthasar: balz balthi | baptiste: bapt tiste | barbara: babs barb barbie bobbie barby basia baska varya babsi barbel
barnabas: barney | barry: baz bazza | bartholomew: bart barth bartek bat | bartlomiej: bartek | bartosz: bartek
beatrice: bea bee trixie trix tris bice beatrix | beatrix: bea bee trixie trix beatrice | beatriz: bea bia
belinda: bel linda lindy bell | benedict: ben benny bennie benedikt | benedikt: ben beni benni
benjamin: ben benjy benji benny bennie jamie benno | bernadette: bernie detta berny
bernard: bernie barney bern berny bernd bernhard | bernardo: nardo beno | bernhard: bernd berni hardy bernard
bertha: bert bertie birdie berta | bethany: beth | beverly: bev | bradford: brad ford | bradley: brad
brandon: brand brandy | brenda: bren | brian: bri bryan | bridget: biddy bridie bridgie birgit brigitte
brigitte: gitte gitta bri birgit | bronislaw: bronek | bruno: bru | caleb: cal | calvin: cal vin | cameron: cam ron
camilla: cam cami millie milla camille | camille: cam cami millie camilla | candace: candy dacey
carl: karl charlie carlos | carla: carly | carlo: carletto carlino
carlos: carlitos charly charlie caca carlinhos kiko charles | carmen: menchu carmencita carmela
carol: carrie lynn caro | carolina: caro lina carol nina
caroline: caddie caro carol carole carrie lina line callie karoline caroljean
cassandra: cass cassie sandra sandy sandi | catarina: cata cati nina catia rina | caterina: cate rina cati katia
catherine: cat cate cathy kat kate katie kathy katy kay kit kitty cass cassie trina katherine kathleen catalina cathleen rina
cecilia: cece celia cissy cis cilla sissy sheila cecil
charles: charlie charley chas chaz chuck carl karl chip charly carlos
charlotte: charlie char lottie lotte lotta carlotta lola charly chars tottie | chelsea: chels
christian: chris kit christi crissy christiaan
christina: chris chrissy chrissie christy tina kris krissy kirsty christine cristina kristina christa
christine: chris chrissy chrissie christy tina kris christina kristine | christoph: chris stoffel toph christopher
christophe: chris tophe kiki christopher
christopher: chris kit topher christy kris kester stoffer christoph kristof chip chrissy
clara: claire clare klara clarita | clarence: clare clair clay | clarissa: clara clare rissa claris
claudia: claudie claudi klaudia | clement: clem | clementine: clem clemmie tina | clifford: cliff ford
clifton: cliff tony | clinton: clint | colin: cole col nicholas | constance: connie connor stanzi
cornelia: nell nellie corny connie nelia lia conny | cornelis: cees kees cor nelis
cornelius: con connie neil niels cees kees neely corny | courtney: court curt | craig: craigy
crystal: chris crys tal christal | curtis: curt | cynthia: cindy cyndi cinda | cyril: cy | cyrus: cy
daniel: dan danny dani danilo niel danek danya dannie | daniela: dani ela dany danni
danielle: dani danni elle ellie dany | darius: dario | darren: daz
david: dave davy davey dai dav daw davi dawid taffy | dean: dino | deborah: deb debbie debby debra debs
delores: dee lola lolly della | denise: denny dee nise | dennis: den denny dennie denis | derek: derrick rick ricky del
desmond: des dez | diana: di didi diane dee | diane: di didi diana dee | diego: santiago | dieter: didi diet
dietmar: didi dieter | dietrich: dieter dirk | dimitrios: dimitris jimmy mimis mitsos dimitri
dmitri: dima mitya dmitry dimka | dmitriy: dima mitya dmitri dmitry | dmitry: dima mitya dmitri dimka
dominic: nick nicky dominik domenico | dominik: domi nik | dominique: domi nique | donald: don donnie donny
donna: dee | dorothea: doro dora thea dorothee dot dottie dorte
dorothy: dot dottie dolly dodie dora dory thea doro dee doll | douglas: doug dougie doog | duncan: dunc | dwight: ike
ebenezer: eb ben eben | edgar: ed eddie eddy ned | edith: edie edi edythe edyth dita
edmund: ed eddie ned ted eddy mundek | eduard: edi ed eddie edu | eduardo: edu lalo edy dudu duda
edward: ed eddie eddy ned ted teddy neddie eduard edouard eduardo edek | edwin: ed eddie win ned eddy | egon: egi
ekaterina: katya katia kate katyusha katherine yekaterina | elaine: ellie lainie laney lainey
eleanor: el ella ellen ellie nell nellie nora lenora elle leonora elinor eleanora eleonora
elena: lena ella nell alyona lenochka lenka elenita helena yelena | eleonora: nora leonora ella | elias: eli elie lias
elijah: eli lige | elisa: lisa elli eli
elisabeth: elli ella else elsa ilse li lies liesl lilli lisa lisbeth lise lisi betti bettina babette sissi sisi liesbeth elisa eli elizabeth elis elise
elise: lise lisa elli
elizabeth: bess bessie beth bet betsy betty bette bettie buffy eliza ella ellie elle elsa elsie lib libby lisa lisbet liz liza lizzie lizzy lilibet tetty zabeth elisabeth elspeth lizbeth eliz erzsebet elzbieta isabel isabella babette
ella: ellie | ellen: nell nellie ellie helen len | elliot: eli ellie | elmar: elmi | eloise: ellie lois heloise
elvira: vira elvie | elzbieta: ela elka bella | emanuel: manny manu mano immanuel | emil: milo emilek
emilia: emi emmy milla mila milly millie emily ema | emilio: milio millo | emily: em emmie emmy millie milly emma
emma: em emmie emmy ems | emmanuel: manu manny manolo man emanuel | enrico: rico enzo | enrique: quique kike rico henry
eric: rick ricky erik | erica: ricki rickie erika | erich: eri | erik: rik eric | erika: ricki eri erica
ernest: ernie erny ern ernst ernesto | ernesto: neto ernie | ernst: erni ernie ernest | erwin: irwin win
esther: essie hettie hester ester estee | ethel: eth | eugen: geni | eugene: gene eugen evgeny
eugenia: genie jenny zhenya genia | eunice: nicie | eva: evi eve evita evie evy ewa ewka
evelyn: eve evie evelina lyn ev evi | evgeniya: zhenya | evgeny: zhenya eugene evgeni yevgeny | ewa: ewka ewunia eva
ezekiel: zeke | ezra: ez | fabian: fabi fab | fabio: fabi | federico: fede fico rico frederick | felicia: fel lisa feli
felicity: fliss flick lissie | felix: fel feli | ferdinand: ferdi ferdie nando fred fredy | fernanda: fer nanda nanni
fernando: nando fer fernan | filip: fil filipek pip philip | filippo: pippo lippo | fiona: fi fee
florence: flo flora florrie flossie floss | florian: flo flori florek
frances: fran francie frannie franny fanny sis cissy frankie francesca
francesca: fran franci frannie cesca chessie checca | francesco: franco cecco ciccio checco franz frank
francis: fran frank frankie fra francois | francisca: paca paqui fran chica xica
francisco: paco pancho curro kiko chico xico fran frank frasco cisco paquito quico | franciszek: franek frank
francois: fanfan frank francis | francoise: fanfan soizic | frank: frankie franky | franklin: frank frankie
frans: frank | franz: franzl frank franzi | franziska: franzi zissi sissi fanny ziska | freddie: fred
frederic: fred freddy | frederica: freddie rica fred frederika
frederick: fred freddie freddy fritz rick fredrick friedrich frederik federico freddo | frederik: fred freek rik fritz
friederike: rike fritzi frieda rieke | friedrich: fritz fred friedel frieder freddy frederick | fyodor: fedya theodore
gabriel: gabe gabby gabi biel gab | gabriela: gabi gaby gabrysia ela bibi | gabriele: gabi gaby lele
gabriella: gabby gabi gaby ella bella | gabrielle: gabby gabi gaby gab elle ellie brielle | galina: galya galka
gareth: gary gaz | gary: gaz gazza | gavin: gav | genevieve: gen evie eve jenny ginny viv | genowefa: genia
geoffrey: geoff jeff jeffrey | georg: schorsch jorg george girgl
george: georgie geordie jorge georg georges jerzy giorgos yiorgos | georges: jo jojo | georgia: georgie
georgina: georgie gina georgia ina | gerald: gerry jerry ged | geraldine: gerry jerry dina gerrie
gerard: gerry jerry ged geert | gerardo: jerry lalo | gerhard: gerd gert hardy geri | gerhardt: gerd
gertrude: gert gertie trudy trude truda gerti | giacomo: mino | gianluca: luca gian | gilbert: gil bert gib
gillian: gill jill gilly jilly jillian | giorgio: gio | giovanna: gio vanna nanna giannina
giovanni: gio gianni nanni vanni john giannino | gisela: gisi gisa gila | giulia: giuli giulietta
giuseppe: beppe peppe pino geppo beppino pinuccio peppino joseph | giuseppina: pina giusy pinuccia | gloria: glo glory
gordon: gordy gord don | grace: gracie | graham: gray | grazyna: grazka | gregorio: goyo greg
gregory: greg gregor gregg grisha | grigori: grisha | grigory: grisha greg | grzegorz: grzes grzesiek greg
guadalupe: lupe lupita | guido: guy | guilherme: gui guile william | guillaume: gui guigui will william
guillermo: guille memo william | gustav: gus gusti gustl | gustavo: gus tavo guga | gwendolyn: gwen wendy lynn gwenda
gwyneth: gwen | hanna: hania hanka | hannah: hanna ann anna nan nana hannchen annie | hannelore: hanne lore hanni lora
hannes: johannes | harald: harry | harold: hal harry harv | harriet: hattie harrie etta hatty | harrison: harry
harry: hal | harvey: harv | heather: hetty | hector: tito heck | heidi: adelheid | heike: heinrike
heinrich: heiner heini heinz hein henrik hinnerk harry henry reinhard | heinz: heinrich
helen: nell nellie lena ella ellen helena helene nel | helena: lena hela helka helen nell leni
helene: leni lena helen ella hella lene | helga: hella | helmut: helmi heli | hendrik: henk rik henry hein
henri: riton henry | henrietta: etta hettie hattie retta henny | henriette: jette henni henny yetta
henrik: henk rik heniek | henrique: rique kike | henry: hal hank harry hen henri heinrich hendrik enrique
henryk: heniek henio | herbert: bert herb herbie bertie hebi | herman: manny herm | hermann: hermi manni herman
hieronymus: ronny jerome | hilary: hil hilly | hildegard: hilde hilda gard | horst: hotte | howard: howie ward
hubert: bert hugh hubie bertl hubi | hugh: hughie hugo hew | hugo: ugo hugh | humberto: beto | humphrey: humph
ian: john | ignacio: nacho ignaz iggy | ignacy: ignas | ignatius: iggy nate ignatz | ilona: ilka | ines: ina nes
inge: ingeborg | ingeborg: inge inga | ingrid: inga inge | ioannis: giannis yannis john | irena: irka rena irenka
irene: rene reni ira irena | irina: ira irisha irinka | isaac: ike zac zack itzhak
isabel: bel bella belle ibby isa izzy sabel tibby isabella isabelle chabela ysabel
isabella: bella belle izzy isa ibby sabella isabel isabelle ella bell | isabelle: belle izzy isa bella zabelle isabel
isadora: dora izzy isa | isidor: izzy dore | israel: izzy | ivan: vanya vanyusha ivo john | jacek: jacus jack
jack: jackie jacky jake john | jackson: jack | jacob: jake jay jakob jacky jack coby james cob kobus
jacqueline: jackie jacky jacqui jacquie lina | jacques: jacky jaco jack jacquot | jadwiga: jadzia iga
jaime: jimmy jaimito james | jakob: jack jockel jaki kobi jacob | jakub: kuba kubus jacob jake
james: jim jimmy jimmie jamie jem jay jimbo seamus hamish | jan: janek jas jasiek johan john hans
jane: janie jenny janey janet joan | janet: jan jane jess nettie janie | janice: jan | janina: janka nina jasia
janusz: janek | jasmine: jas jazz jazzy min | jason: jay jase | javier: javi xavi | jean: jeannie jeanie jeannot john
jeanette: jean jeanie nettie jeannette | jeffery: jeff | jeffrey: jeff geoff geoffrey | jelena: lena jela
jennifer: jen jenny jenni jennie jenna | jeremiah: jerry jem jeremy | jeremy: jerry jem jez jezza | jerome: jerry jero
jerzy: jurek george | jessica: jess jessie jessy sica | jessie: jess | jesus: chuy chus suso
jillian: jill jilly gillian gill | joachim: jo achim jochen kim jochim hajo | joan: joanie jo johanna
joana: jo juana joanna | joanna: jo asia joan joanie aska jana anna | joanne: jo joan joanie
joao: joaozinho jonas john jota | joaquin: quino ximo kino | jochen: joachim | johan: jan joop hans john jo
johann: hans hansi hannes jo john johannes johan | johanna: jo hanna hanni hanne jannie joke johana joan
johannes: hans hannes hansi jo jan johnny janne johann john juan jean giovanni ivan jens
john: jack johnny jock jon jackie johnnie ian sean juan giovanni jan | jonah: joe | jonas: jon joni jona
jonathan: jon jonny john johnny nathan nat jonty | jordan: jordy judd jory | jorge: jorgito coque george yoyo
jose: pepe chepe zeca ze pepito joseph josecito joselito zezinho
josef: sepp beppo jupp sepperl jo josi josel joe joseph seppi pepi | josefa: pepa fina sefa josie
josefina: pepa fina josie chepina | joseph: joe joey jo jody jos sepp jose giuseppe josef yosef jojo
josephine: jo josie fifi josy fina jojo | joshua: josh | joyce: joy | jozef: jozek ziutek joe | jozefa: jozia ziuta
juan: juanito juancho john | juana: juanita | judith: judy jude jody judi jutta
julia: jules julie juli jill giulia yulia julka ulka | julian: jules jule juli jul | juliana: juli ju ana
juliane: jule jules juli liane | julie: jules julia juju | julien: jules ju | juliet: julie jules juliette
julio: julito | julius: jule jules | jurgen: jurg jogi juergen | justin: jus just | justine: tina justi
justyna: justa justysia | jutta: jule judith | kamil: kamilek | kamila: kama mila | karen: kari karin caren
karin: kaja kari katharina | karl: charlie kalle karlchen carl charles | karol: karolek lolek
karolina: karola karo lina karolcia | katarina: kata kati katja nina rina | katarzyna: kasia kaska kate
katharina: kathi kati katja kathrin katrin kathe trina tina nina kate ina kat rina karin
katherine: kat kate kath kathie kathy katie katy kay kit kitty katey kathleen kittie catherine kathryn cathy katrina kaye trina kassia
kathleen: kat kate kath kathy katie katy kay kitty catherine kathie
kathryn: kat kate kath kathy katie katy kay kathie katherine | katrina: kat kate katie trina kay katherine
kazimierz: kazik kazek | kelvin: kel kelly | kendall: ken kenny | kenneth: ken kenny kent kenn | kevin: kev
kimberley: kim kimmy | kimberly: kim kimmy kimber | kirsten: kirsty kris | klaus: klausi nikolaus
konrad: kuno conny conni kurt radek conrad | konstantin: kostya kosta konsti | konstantinos: kostas costas kostis dinos
konstanze: conny stanzi | kristen: kris kristy krissy kirsten | kristin: kris kristy krissy
kristina: kris tina kristy stina | kristof: kris chris | krystyna: krysia kryska | krzysztof: krzys krzysiek chris
ksenia: ksyusha | kurt: konrad | lambert: bert lammert | larissa: lara larisa rissa | larry: lawrence
laura: lauri laurie lolly lori lara laurette laurinha | lauren: laurie loren ren lori
laurence: larry laurie lawrie lawrence lars | lawrence: larry laurie lawrie lars lorry laurence lorenz lorenzo
leah: lea | leander: lee andy | lech: leszek | leo: leon leonard | leon: leo lee
leonard: len lenny leo lennie leon leonhard leonardo | leonardo: leo nardo leonard | leonhard: leo hardy leonard hartl
leonie: leo loni | leopold: leo poldi polde | leroy: lee roy | leslie: les lez | lester: les | leszek: lech
letitia: lettie titia tish letty | lev: lyova leo | lewis: lew lewie louis | lidia: lida lidka lidi lydia
lieselotte: lilo lotte liese lisl | liliane: lili lily | lillian: lil lily lilly lillie lilian
linda: lin lindy lyn lynn | lindsay: lindsey lin | ljudmila: lyuda mila lyusya | llewellyn: lew lyn | lois: lou
lorenz: lenz lory enz | lorenzo: enzo renzo lori lencho lolo | loretta: lori etta lorrie retta
lorraine: lori lorrie rainie | lothar: lotti | louis: lou louie lewis ludwig luis lui loulou | louisa: lou lulu louise
louise: lou lulu louisa isa loulou | lourdes: lulu lola | luca: luc | lucas: luke luc luca lukas
lucia: lucy luz luci lu chia | lucian: luc | lucille: lucy lou cille lu | lucinda: lucy cindy lu cinda
lucy: lu luce lucia | lucyna: lucy | ludmila: lida mila luda | ludwig: lutz wiggerl luggi lou louis luis
luigi: gigi gino luigino louis | luis: lucho lui luisito lou luca louis | luisa: lu lulu luisita isa louise
lukas: luke luki luk lucas | lukasz: luke luki lucas | luke: lucas | lukian: luki | lydia: lyddie lidia
lynette: lyn lynn nettie | lyudmila: lyuda mila lyusya | maciej: maciek mac | mackenzie: mac kenzie mack
madeleine: mad maddie maddy mado leni lena madel madlen | madeline: mad maddie maddy lena lynn maddi
madison: maddie maddy mads | magdalena: magda lena leni maggie madeleine madzia malena lene
magdalene: magda lena leni maggie | magnus: mans | maksim: max maks | malcolm: mal malc
malgorzata: gosia goska malgosia margaret | manfred: manni fred fredi mani manny
manuel: manu manny manolo lolo mano manel | manuela: manu manoli nela ela | marc: marco marcus
marcel: marc cello marcello | marcelo: marce celo | marcia: marcie marcy | marcin: marcinek martin
marco: marc marcus mark | marcos: marquitos marc mark | marcus: marc mark marky markus marco | marek: mareczek mark
margaret: daisy greta maggie madge maggi maisie margie margo marge margot meg megan meggie peg peggy rita gretel mamie margery marguerite margarita margarete gretchen may mags
margarete: grete gretel greta gretchen margret rita gitta marga gretl margarethe margot meta
margarethe: grete gretel greta gretchen margret rita gitta marga gretl margot meta
margarita: rita marga mago margo magui margaret | margherita: rita ghita | margot: margo
marguerite: margot guite daisy margo maggie
maria: mary mia mimi mitzi marie mariele ria marion maja maya mariechen marika maruja mari mariquita masha manya marysia marietta molly moira miriam
mariana: mari nana | marianne: mary anne annie mari nanne janne | marie: mimi mary maria mia mariechen
marilyn: mary lynn lyn | marina: mari rina | mario: marius | marion: mary maria | marjorie: marge margie jorie marj
mark: marky marc marcus | markus: mark mac marc marcus | marlene: lena leni marla lene | marta: martusia martita
martha: marty mattie patty mat marta | martin: marty mart tino martijn tin | martina: tina marti martine
martine: titine tina | mary: maria marie mae mamie may mimi minnie molly moll polly mitzi maisie mare | mateus: teus
mateusz: mati mateo matthew | matheus: teus matt | mathew: mat matt matty | mathias: mat matt hias matze matthew
mathieu: mat matt | mathilda: mattie tilda tillie tilly matty maud hilda
matilda: mattie tilda tillie tilly matty maud tilde | matteo: teo matte mattia matthew
matthew: mat matt matty mattie thew mateo matthias mathieu
matthias: matt matze mat hias thias hiasl matthes mats matthew mathias | matthieu: mat matt mathieu
matthijs: thijs mat | maurice: mo morris maury moritz mauricio | mauricio: mau | maxim: max maks | maxime: max
maximilian: max maxi maxl milian maximo | maximiliano: max maxi | maxine: max maxie | maxwell: max | megan: meg meggie
melanie: mel melly mella lani meli | melinda: mel linda lindy mindy | melissa: mel missy lissa lisa meli
melvin: mel vin | mercedes: mercy merche sadie | meredith: merry
michael: mick mickey micky mike mikey mitch mischa micha michi mikel michel miguel mikhail michal mic
michaela: mick micki mickie ela michi kayla | michail: misha | michal: michas misiek mike
michel: mich mimi mitch mike michael | michele: shelly mich mick michi | michelle: mich mickey shell shelly chelle
michiel: chiel giel | miguel: migue miguelito micky mike michael | mikhail: misha mischa michael
mikolaj: miki mikolajek | mildred: millie milly | milton: milt | minerva: minnie | miranda: randy mandy mira
miriam: mimi mitzi miri mim mary | mitchell: mitch | mohamed: mo mohammed muhammad moe
mohammed: mo mohamed muhammad moe | moises: moi | monica: moni mona nica | monika: moni mona nika monia
montgomery: monty | mordecai: mort | morgan: mo | moritz: mo | mortimer: mort morty | moses: mo mose moe moshe
muhammad: mo mohammed mohamed | muriel: mur | myron: my ron | nadezhda: nadia nadya | nadine: nadi dina
nancy: nan nanny ann | naomi: omi nomi | natalia: nat nata talia natasha natka nati natalka tasha nathalie natalya
natalie: nat nattie talie tally natasha | natalya: natasha nata tasha | natasha: tasha nat | nathalie: nat nath
nathan: nat nate | nathaniel: nat nate nathan natty than | neil: nel niall | neville: nev
nicholas: nick nicky nico cole claus nicolas nik colin klaus nikolaus | nicola: nic nick nicky nico nicolina
nicolas: nico nick nic colas nicholas | nicole: nic nick nicki nicky niki cole nikki colette | nikita: niki nik
nikolai: kolya nick nik | nikolaos: nikos nick | nikolaus: klaus niko nick niki claus nik nicholas
nikolay: kolya nick nik | nina: nin | noah: noe | nora: norah eleanor | norbert: bert norb nori | norman: norm
octavia: tavia | oksana: ksyusha ksenia | oleg: olezhka | olga: olya lola olenka | oliver: ol olli ollie olly noll oli
olivia: liv livvy ollie olive livia via | oscar: ossie oz oskar | oskar: ossi | oswald: oz ozzie ossie waldi
ottilie: otti tilli tilly | otto: ottl | owen: eoin | pamela: pam pammy | pascal: pas | pascale: pas
patricia: pat patsy patti patty tricia trish tish pati paddy trisha patrizia
patrick: pat paddy rick packy pad patty patrik patricio | patrizia: patty pat pati | patrycja: pati patka
paul: paulie pauly paulchen pablo paolo pavel pawel | paula: paulie pauli | paulina: paula pola lina paulinka
pauline: paula polly lina paulie line popo | pavel: pasha paul | pawel: pawelek paul | pedro: perico pedrito peter
peggy: margaret | penelope: pen penny nell poppy | percival: percy val | percy: perce | peregrine: perry | perry: per
peter: pete petey peterle petr pierre pietro piet pedro piotr per pjotr petra | petra: peti
philip: phil pip flip lippe philipp phillip philippe | philipp: phil fips lipp philip | philippa: pip pippa phil
philippe: phil philou philip | phillip: phil pip philip | phyllis: phyl | pierre: pierrot peter
pieter: piet peter pier | pietro: piero peter | pilar: pili | piotr: piotrek piotrus peter | polina: polya
priscilla: cilla pris prissy cissy | prudence: prue | przemyslaw: przemek | pyotr: petya peter
rachel: rae ray shelly rach raquel | radoslaw: radek | rafael: rafa rafi rafe raf raphael | rafal: rafalek
raffaele: raf lele | raffaella: raffa ella | raimund: rai mundl ray | rainer: rai | ralph: ralphie raff rafe rolf ralf
ramon: moncho ray | randall: randy rand | randolph: randy rand dolph | raphael: raff rafe raphi rapha ralph
raymond: ray raymie raimund ramon mon | rebecca: becca becky reba bex beck becks becki | regina: gina reggie reg gine
reginald: reg reggie rex naldo | reinhard: reini hardy reinhold | reinhold: reini holdi | renata: rena renia nata
renate: reni nate rena | rene: renny | reuben: rube ben | rhonda: ron ronnie
ricardo: rick ricky richi rico cado richard | riccardo: ricky ricki richi
richard: dick dickie rich richie rick rickie ricky rico hick ritchie richi ricardo rickard ric
robert: bob bobby bobbie rob robbie robby bert berti robin robi dob rupert roberto hob bertie
roberta: bobbie robbie bert berta robin | roberto: beto berto robi tito robert | robin: rob robbie
roderick: rod rick roddy | rodney: rod roddy | rodolfo: fito rudy rolfo rudolf | rodrigo: rodri rigo digo
roger: rodge hodge | roland: rolly rollo rolie rowland rolli | rolf: rolfi rudolf | romain: rom | roman: romek roma
ronald: ron ronnie ronny naldo ronaldo | ronaldo: naldo ron | rosa: rosie rosita rosi | rosalie: rosie rose
rosalind: ros roz rosie linda rosalyn | rosamund: ros roz rosie | rosanna: rosa ross anna | rosario: charo rosi
rose: rosie rosa | rosemarie: rose rosi romy marie | rosemary: rose rosie romy mary ro | roxanne: roxy rox ann
rudolf: rudi rolf rudy dolf ralf | rudolph: rudy rolf dolph | rupert: rupp bert ruprecht | russell: russ rusty
ruth: ruthie | ryszard: rysiek rysio richard | sabrina: brina sab | salvador: chava salva sal
salvatore: salvo toto tore turi sal sasa | samantha: sam sammy sami | samson: sam | samuel: sam sammy samy muel
sandra: sandy alexandra | santiago: santi diego yago tiago chago | sara: sally sadie sal sarita sarah
sarah: sally sadie sal sara | saskia: sas | scott: scotty | sebastiaan: bas
sebastian: seb basti bastian bas wastl sebi seba sebastien | sebastiao: tiao | sebastien: seb bastien | selina: lina
serena: rena | sergei: seryozha serge | sergey: seryozha serge sergei | sergio: checo sergi chechu | seth: sethy
sharon: shaz sha | sheila: cecilia | shirley: shirl lee | sidney: sid syd | siegfried: sigi siggi fred friedel
sigmund: sigi siggi zygmunt | silvester: sly vester | silvia: silvi sylvia via | simon: si sim simmy
simone: simi mona | slawomir: slawek | sofia: sophie fia sofi zosia sonya sophia | sofya: sonya
sophia: sophie sofie soph fia sofia | sophie: soph fifi sophia | stanislav: stas slava | stanislaw: stas staszek stach
stefan: steff stef steven stephen stefano | stefania: stefa stefcia | stefanie: steffi steff stef
stefano: ste stefanino | stephan: steff steph | stephane: steph fanfan
stephanie: steph stephie steffi stevie stef annie | stephen: steve stevie steph steven stefan
steven: steve stevie steph | stewart: stew stu | stuart: stu stew | susan: sue susie suzy sukey suki susanna susannah
susana: susi su sanna | susanna: sue susie susi sanna sannie zanna | susannah: sue susie hannah sanna
susanne: susi sanne sanni sue | suzanne: sue suzy suzie zanne suzette | svetlana: sveta lana svetka | svyatoslav: slava
sybil: syb sib | sydney: syd sid | sylvester: sly syl vester | sylvia: syl sylvie silvia | sylvie: syl | sylwia: sylwka
tabitha: tabby tab | tadeusz: tadek tadzio | tamara: tammy toma mara tam | tammy: tam | tanya: tatiana
tatiana: tanya tania tata tatyana | tatyana: tanya tania | terence: terry tel
teresa: teri terri terry tere teresita tessa resi theresa tess maite renia | teresia: resi | terrence: terry
thaddeus: thad tad ted taddeus | thelma: tel | theodor: theo teddy dori | theodora: dora thea theo dory teddy
theodore: ted teddy theo tad dore theodor fyodor
theresa: tess tessa terry terri teri tracy resi tessie thea teresa trace | therese: resi tess thery
thomas: tom tommy thom tomas tomasz tam massey tommaso | tibor: tibi | tiffany: tiff tiffy | timofey: tima
timotheus: tim timo | timothy: tim timmy timo | tobias: tobi toby tob | tomas: tom tommy | tomasz: tomek tom
tommaso: tommy masino maso tom | tracy: trace | tristan: tris | ulrich: uli ulli ulrik rick ueli
ulrike: uli ulli rike rieke | ursula: uschi ulla urs ursel ulli ursi | ute: uta | vadim: vadik dima
valentin: val valya veit | valentina: valya vale tina val | valentino: val vale tino | valeria: val vale lera
valerie: val vallie | valery: valera | vanessa: nessa ness van essa | varvara: varya barbara | vasiliy: vasya vasily
vasily: vasya basil | vera: verochka | vernon: vern | veronica: ronnie vera roni vero nica ron verity
veronika: vroni roni nika vera vero | veronique: vero nique | vicente: chente vincent | victor: vic vick viktor
victoria: vic vicki vicky vickie tori tory viki viktoria | viktor: vic vitya viki vik
viktoria: vicki vicky viki vika toria tori | viktoriya: vika
vincent: vin vince vinnie vinny cent vic vincenz vincenzo | vincenzo: enzo cenzo vince | viola: vi | violet: vi letty
virginia: ginger ginny ginnie gina virgie | vitaly: vitalik | vivian: viv vi | vivienne: viv vivi
vladimir: vlad vova volodya vovka wladimir | vladislav: vlad vladik slava | volodymyr: vova volodya | vyacheslav: slava
waclaw: wacek | waldemar: waldi waldek | wallace: wally | walter: walt wally wat wal wolter walther | wanda: wandzia
warren: ward | wendy: gwendolyn wen | werner: wern | wesley: wes | wieslaw: wiesiek | wilfred: fred will wilf freddy
wilhelm: willi willy will helmut wim bill william wilm | wilhelmina: mina minnie willa wilma billie helmi minna
wilhelmine: mina minna wilma | willem: wim willy pim
william: bill billy will willie willy liam wil bela guillaume guillermo wilhelm guglielmo
winifred: fred freddie win winnie | winston: win winnie | wladyslaw: wladek | wojciech: wojtek
wolfgang: wolf wolfi wulf | xaver: xaverl veri | xavier: xavi javi zave javier | ximena: mena
yekaterina: katya katia kate ekaterina | yelena: lena elena alyona | yevgeny: zhenya | yolanda: yoli landa
yulia: yulya julia | yuri: yura | yury: yura yuri | yves: yvon | yvonne: vonnie evi vonny
zachariah: zac zach zack zak | zachary: zac zach zack zak | zbigniew: zbyszek zbych | zdzislaw: zdzich zdzisiek
zoe: zo | zofia: zosia zoska sophia | zuzanna: zuza zuzia | zygmunt: zyga
`;
