"""Given names in many languages: what tells a name alone on a line from a heading.

Words that are more often something else (``May``, ``Will``, ``Rose`` as headings open) are left out on purpose.
"""

from __future__ import annotations

from typing import Final

_ENGLISH = """
aaron abby abigail adam adrian aidan al alan alana alastair albert alec alex alexander alexandra alexis alfred ali
alice alicia alison allan allen allison allyson alyson alyssa amanda amber amelia amy andrea andrew andy angela
angie angus ann anna anne annie anthony antonia archie arlene arnold arthur ashley audrey austin ava barbara barry
bart beatrice becky ben benedict benjamin bernard bernie beth bethany betsy betty beverly bianca bill billy blake
bob bobby bonnie brad bradley brady brandon brenda brendan brent bret brett brian briana brianna bridget brittany
brooke bruce bryan bryce byron caitlin caleb calvin cameron candace carl carla carol carole caroline carolyn carrie
casey cassandra catherine cathy cecilia chad charles charlie charlotte chelsea cheryl chloe chris christa christian
christie christina christine christopher christy cindy claire clara clare clark clay clayton clifford clive clyde
colin colleen connor constance corey cory courtney craig curtis cynthia daisy dale damian damien dan dana daniel
daniela danielle danny darrell darren daryl dave david dawn dean deanna deb debbie deborah debra denise dennis derek
derrick desmond devin diana diane dianne dominic don donald donna doris dorothy doug douglas drew duncan dustin
dwight dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah
elise elizabeth ella ellen ellie elliot elliott emily emma emmanuel eric erica erik erika erin ernest esther ethan
eugene eva evan eve evelyn faith fiona florence frances francis francesca frank franklin fred frederick gabriel
gabriella gabrielle gareth garrett gary gavin gemma gene geoff geoffrey george georgia gerald gerard geri gil
gillian gina glen glenn gloria gordon graeme graham greg gregg gregory gretchen guy gwen hailey hannah harold
harriet harrison harry harvey hayley hazel heather hector heidi helen henry herbert hilary holly howard hugh hugo
ian irene iris isaac isabel isabella isabelle ivan jack jackie jackson jacob jacqueline jake james jamie jan jane
janet janice janine jared jasmine jason jay jean jeanette jeanne jeff jeffrey jen jenifer jenna jennie jennifer
jenny jeremiah jeremy jerome jerry jess jesse jessica jill jillian jim jimmy jo joan joann joanna joanne jodi jodie
jody joe joel john johnny jon jonah jonathan jordan jose joseph josephine josh joshua joy joyce juan judith judy
julia julian juliana julianne julie juliet june justin justine karen karin karl kate katelyn katharine katherine
kathleen kathryn kathy katie katrina katy kay kayla keith kelly kelsey ken kendall kenneth kent kerry kevin kim
kimberly kirk kirsten kirsty kit kris kristen kristi kristin kristina kristine kurt kyle lance larry laura lauren
laurence laurie lawrence leah lee leigh len leo leon leonard leonardo les leslie lewis liam lila lillian lily linda
lindsay lindsey lisa liz lizzie lloyd logan lois lola loren lorraine louis louisa louise lucas lucia lucy luis luke
lydia lyle lynda lynn lynne mackenzie maddie madeleine madeline madison maggie malcolm mandy marc marcia marco
marcus margaret maria mariah marian marianne marie marilyn marilynn mario marion marissa mark marlene marsha
marshall martha martin marvin mary mason matt matthew maureen maurice max maxine maya megan meg meghan melanie
melinda melissa mercedes meredith mia michael michele michelle mick miguel mike miles millie miranda mitch mitchell
moira mollie molly monica morgan nadia nadine nancy naomi natalia natalie natasha nate nathan nathaniel neal neil
nellie nicholas nick nicola nicole nigel nikki nina noah noel nora norman olga oliver olivia oscar owen paige pam
pamela pat patricia patrick patti paul paula pauline peggy penny perry pete peter phil philip phillip phoebe phyllis
pippa polly rachael rachel ralph randall randy raymond rebecca reginald rebekah renee rex rhiannon rhonda ricardo
rich richard rick ricky rita rob robert roberta roberto robin robyn rod rodney roger roland ron ronald rosalind
rosemary rosie ross roy ruben rupert russ russell ruth ryan sabrina sadie sally sam samantha samuel sandra sandy
sara sarah scott sean seamus sebastian serena seth shane shannon sharon shaun shawn sheila shelley sherry shirley
sid sidney simon simone sonia sonya sophia sophie stacey stacy stan stanley stefan stella stephanie stephen steve
steven stewart stuart sue summer susan susanna susie suzanne sybil sylvia tamara tammy tania tanya tara tatiana ted
teresa terrence terri terry tess tessa thea theodore theresa thomas tiffany tim timothy tina toby todd tom tommy
toni tony tracey traci tracy travis trevor tricia trisha tyler valerie vanessa vera vernon veronica vicki vicky
victor victoria vince vincent virginia vivian wade wallace walter wanda warren wayne wendy wesley whitney wilfred
william willie winston yvette yvonne zach zachary zack zoe mosheh saeed
"""

_GERMAN_NORDIC_DUTCH = """
achim agnes albrecht alexandra anders andre andré andreas anette angelika anja anke annette annika antje anton arne
arno astrid axel barbel bärbel bastian beate benedikt benno bernd bernhard bettina birgit björn bjørn bodo boris
britta bruno burkhard carina carmen carola carsten caspar christel christiane christof christoph clemens cora
corinna cornelia cosima dagmar detlef dieter dietmar dietrich dirk doreen dorothea eberhard eckart edda egon eileen
elisabeth elke ellen emil erich ernst erwin ester eva fabian felix ferdinand florian franz franziska frauke frederik
friederike friedrich fritz gabi gabriele georg gerd gerhard gerlinde gesa gisela gregor gudrun gunnar günter gunter
günther guido gustav hannes hans harald hartmut hauke heike heiko heiner heinrich heinz helga helge helmut hendrik
henning henrik hermann herta hilde holger horst hubert ilka ilona ilse ines inga inge ingo ingrid irina irmgard isa
jakob jana janina jannik jens joachim jochen johan johann johanna johannes jonas jörg jorg jörn josef judith julius
jürgen jurgen jutta kai karin karl karla karsten katharina kathrin katja katrin kerstin klaus konrad konstantin
kristian lars lea lena leonie lisbeth lorenz lothar ludger ludwig lukas lutz magdalena maike malte manfred manuel
manuela marcel mareike margit margot mariella marina marius marlies martina mathias matthias mats maurits maximilian
mechthild meike melanie merle michaela mika mirjam mona monika moritz nadja nele nico niels niklas nils norbert ole
olaf olivia oskar otto patrik petra pia philipp raimund rainer ralf raphael regina reinhard reiner renate richard
robert roman rosa rosemarie rüdiger rudolf sabine sandra sascha saskia sebastian siegfried sigrid silja silke silvia
simone sina sonja sönke soren søren stefanie steffen stephan susann susanne sven svenja swantje sylvia tanja theo
theresa thilo thorben thorsten thomas till tilman tim timo tobias torsten udo ulf ulrich ulrike ursula ute uwe
valentin vera verena viktor viktoria volker volkmar walter waltraud werner wibke wiebke wilfried wilhelm willi willy
winfried wolf wolfgang wolfram yannick yvonne aart annemarie bas bram daan els femke floor gerrit geert hanneke hein
jaap jan jeroen joost joris jos kees koen lieke lotte maarten maaike marijke marloes mieke niek pieter rik roel
rutger ruud sander sanne sjoerd stijn tjeerd thijs wim wouter anna bengt berit bertil birgitta bo cecilia eirik elin
elsa emelie erik eskil frida fredrik göran gunilla hanna håkan ida inger ivar jesper kaisa kari kjell knut kristin
lasse linn linnea liv magnus maja malin marit marte mattias mikael mette morten nina ola ove per peder petter
pernille rasmus rolf rune sara signe sigurd silje siri sofie stein stig stine sverre terje tomas tone tor tore
torbjörn tove trine trond trygve tuva ulla ulrika vidar yngve
"""

_ROMANCE = """
adrien adriana agathe agnès alain albane alberto aldo alejandra alejandro alessandra alessandro alessia alessio
alexandre alexia alfonso alfredo aline álvaro alvaro amandine amélie ana anabel andrea andrés andres andreu angel
ángel angela ángeles angelo anaïs anouk antoine antonella antonin antonio armando arnaud arturo audrey augusto
aurélie aurélien aurelio axelle baptiste barbara bastien beatriz beatrice benedetta benjamin benoît bernardo
bertrand bérénice brigitte bruna bruno camila camilla camille carla carles carlo carlos carlotta carmela carmen
carolina caroline caterina catarina catherine cécile cecilia céline cesar césar chantal charline chiara chloé
christelle christiane christophe cinzia clara claudia claudio clelia clément clémence clotilde concepción consuelo
corentin corinne cristian cristiana cristiano cristina cristóbal cyril dalila damien daniele danilo dario davide
debora delphine denis diego dominique domenico edoardo eduardo elena eleonora elisa elisabetta elodie élodie éloïse
emanuela emanuele emilia emiliano emilie émilie emilio emmanuelle enrico enrique enzo ernesto esteban estelle
esperanza étienne etienne eugenia eugenio ezequiel fabián fabio fabiana fabien fabienne fábio fabrice fabrizio
federica federico felipe fermín fernanda fernando filippo filipe flávia flavia flavio florencia florent francesca
francesco franck franco françois françoise francisca francisco frédéric gabriela gaëlle gaëtan gaspard genaro
geneviève geraldine gérald gérard germán giacomo gian giancarlo gianfranco gianluca gianni gilles giorgia giorgio
giovanna giovanni giulia giuliana giuliano giulio giuseppe gonzalo graciela grégoire gregorio guadalupe guilherme
guillaume guillermo gustavo gwenaëlle hélène helena henri henrique hernán horacio hortense hugues humberto ignacio
igor ilaria inés inês ines isabel isabela isabelle ivana jacques jaime javier jean jeanne jérémie jérémy jérôme
jesús jimena joana joão joaquim joaquín joël jorge jordi josé josefina juana jules julien juliana julieta julio
júlia júlio karine karina laetitia lara laura laure laurent léa leandro leila léo leonor leonardo leticia lidia
lilian liliana lionel loïc lorena lorenzo loredana louisa louis luana luc luca lúcia lucia lucía luciana luciano
lucie lucien ludivine ludovic luigi luís luísa luiz luiza macarena maël magali maite manon manuel manuela mara marc
marcel marcela marcello marcelo marcio márcio marco marcos margarita margaux margherita maria maría mariana mariano
maribel marie marina marine mario mário marion marisa marta martín martina massimiliano massimo mateo mateus mathieu
mathilde matías matheus matilde matteo matthieu maura maurício mauricio maurizio mauro maxime mélanie mercedes
michela michele micaela miguel milena mirella miriam moisés monica mónica mônica morgane myriam nadège natalia
natália nathalie nelson nicola nicolas nicolás nicolò noelia noémie norberto nuno nuria octavio odile olivier
orlando óscar oswaldo pablo paloma paola paolo pascal pascale patrice patricio patrícia paulina paulo pedro pierre
pietro pilar priscila quentin rafael rafaela raffaella raffaele ramón raphaël raquel raul raúl régis regina renata
renato riccardo rocco rocío rodolfo rodrigo rogelio rogério romain romina roberta roberto rosa rosario rossana
rossella ruben rubén salvador salvatore samuele sandrine santiago sara sébastien serge sergio sérgio severine
séverine silvana silvia silvio simona sofía soledad solène sonia stefania stefano stéphane stéphanie susana sylvain
sylvie tania telmo teresa thais thaís théo thibault thibaut thierry thiago tiago tommaso tomás tristan tullio ugo
umberto valentina valentín valeria valérie valerio vasco vera verónica veronica victor vicente vincenzo violaine
virginie vittoria vittorio vivien vitor vítor viviana wagner walter wellington xavier ximena yann yannick yolanda
yves zaira
"""

_SLAVIC_BALTIC_GREEK_TURKISH = """
adam agata agnieszka aleksander aleksandar aleksandra aleksei alena ales aleš alina alla ana anastasia andrei andrej
andrzej aneta anna anton arkadiusz artem artur barbara bartek bartosz beata blanka bogdan bojan boris borys boyan
branko bronisław cezary cyprian cătălin damian daniela danuta daria dariusz dawid denis diana dimitri dimitrios
dmitri dmitry dominik dominika dorota dragan dušan edyta ekaterina eleni elena elżbieta emil ewa ewelina filip
galina georgi georgios gheorghe goran grażyna grzegorz halina hanna igor ioana ion ionuț iryna iva ivan ivana iveta
iwona jacek jadwiga jakub jan jana janusz jaroslav jarosław jelena jerzy jiří joanna jovan jozef józef julia justyna
kamil kamila karel karol karolina katarína katarzyna kateřina kacper kinga konrad konstantinos krystian krystyna
krzysztof ladislav lech lenka lesław leszek liliana lidia lubomír luboš lucie ludmila łukasz maciej magda magdalena
maja maksim maksym małgorzata marcin marek maria mariola mariusz marko martin marta mateusz matej mateja michał
mihai mikhail mikołaj milan milica miloš mirosław miroslav monika natalia nataša nikola nikolai nikolay nikos
norbert olena oleg oleksandr olga olha ondřej panagiotis patrycja paulina pavel paweł petr petra petro piotr přemysl
radek radosław radu rafał renata roman ryszard sebastian serhiy sergei sergey slavko sławomir sofia stanislav
stanisław stefan svetlana sylwester sylwia szymon tadeusz taras tatjana tatyana teodor tetiana tomáš tomasz urszula
vaclav václav valeriu vasil vasile vassilis vera veronika vesna viktor viktoria vitaly vladimir vladislav vlad
vojtěch volodymyr wanda weronika wiesław wiktor witold władysław wojciech yevgeny yulia yuri yannis zbigniew zdeněk
zofia zoran zuzana żaneta ahmet ali arda arzu aslı ayhan aynur ayse ayşe aysel aykut banu barış başak berk berna
burak burcu bülent büşra can canan cem cemal cemil cengiz ceyda cihan çağla çiğdem deniz derya dilek doğan ebru ece
elif emel emine emrah emre ender engin ercan erdal erdem erdoğan eren erhan erkan erol ersin esra evren eylem fahri
faruk fatih fatma ferhat fikret filiz funda furkan gamze gökhan gökçe gonca gül gülay gülşen güneş gürkan hakan hale
halil hamza handan hande hasan hatice havva haydar hikmet hüseyin hülya ibrahim ilhan ilker ilknur ismail ismet kaan
kadir kazım kemal kenan kerem koray kubilay leyla levent mahmut mehmet melih melike meltem meryem merve mert metin
mine murat musa mustafa nazan necati neslihan nihat nihal nuray nuri oğuz okan onur orhan osman ozan ömer önder özge
özgür özlem pelin pınar ramazan recep remzi sabri sedat sefa selçuk selim selin semih sena serap sercan serdar
serhat serkan serpil sevgi sevil seyfi sibel sinan suat süleyman şahin şahismail şaban şebnem şenol şükrü tahir
tamer taner tarık tayfun tolga tuba tuğba tuncay turgut tülay ufuk uğur ümit vedat veli volkan yakup yasemin yasin
yavuz yeliz yılmaz yiğit yunus yusuf zafer zehra zeki zeynep
"""

_WORLD = """
aarav abdul abdullah abdulrahman abebe abhishek adebayo adeola aditi aditya adaeze agus ahmad ahmed aisha ajay akash
akinola akira akshay alok aman amar amara amina amir amit amitabh amos amr anand ananya anil anita anjali ankit
ankita ankur anshul anuj anupam anurag aparna arif arjun arun arvind asad asha ashish ashok ashwin asif ayesha ayman
ayodele aziz bashir bharat bilal bongani budi charu chidi chinedu chinwe cyrus daiki dafydd deepa deepak devika dewi
dhananjay dharmendra dian dinesh divya eko emeka faisal farah farhan farid farida fatima fatou femi gaurav geeta
gopal habib haruka haruki harsh hassan hema hicham hideki himanshu hina hiroshi hyun ibrahim idris ifeanyi imran
indira iqbal ismail jaya jamal jamil javed jin jomo jun kabir kamal kamala karan karim kavita kaveh kazuo keiko
kenji khaled khalid kiran kofi komal kunal kwame lakshmi lalit latifa leila lin ling lulamile madhav mahesh mahmoud
malik manish manoj mansoor maryam masha mayank meera mehdi mei mina ming mohamed mohammad mohammed mohan mohit moses
mostafa mukesh mukul muhammad mumbi mustafa mwangi nadeem nadim naeem naoko narendra nasir naveed navin neelam
neeraj neha ngozi nikhil nikita nilesh nisha nitin noor nur nurul obinna omar omid osama oluwaseun padma palash
parul pankaj pooja prabhat prachi pradeep prakash pramod pranav prashant prateek praveen pravin preeti priya
priyanka pushpa putri qasim rabia rachna radhika rahul raj rajat rajeev rajendra rajesh rajiv rakesh ram ramesh rami
ranjit rashid rashmi ravi reza riaz rina rishi ritu rizwan rohan rohini rohit rukmini sabrina sachin sadia sahil
said sajid sakshi salim salma samir sameer sandeep sangeeta sania sanjay sanjeev sanjana santosh saurabh seema sana
shabnam shahid shalini shankar shashank shilpa shinichi shinzo shiv shreya shruti shubham siddharth sita siti sneha
sourav sri srinivas subhash sudhir sujata suman sumit sunil sunita suraj suresh surya sushma swati syed taeko tahir
takashi takeshi tanvi tanya tariq tarun taro thabo themba tunde uma umar usha usman utkarsh vaibhav vandana varun
ved venkat vidya vijay vikas vikram vimal vinay vineet vinod vipin vishal vivek wafa waleed wang wei xiaoming yash
yasir yasmin yoko yogesh yoshiko youssef yuki yusuf zahra zainab zeeshan zhang
"""

_CYRILLIC = """
александр александра алексей алена алёна алина алла анастасия анатолий ангелина андрей анна антон антонина аркадий
артем артём артур богдан борис вадим валентин валентина валерий валерия варвара василий василиса вера вероника
виктор виктория виталий влад владимир владислав всеволод вячеслав галина георгий герман глеб григорий дарья демид
денис диана дмитрий евгений евгения егор екатерина елена елизавета ефим жанна захар зоя иван игорь илья инна ирина
кирилл константин ксения лариса лев леонид лидия любовь людмила майя максим маргарита марина мария марк матвей
михаил надежда наталия наталья никита николай нина оксана олег олеся ольга павел петр пётр полина раиса рамиль ренат
римма роман руслан светлана святослав семен семён сергей софия софья станислав степан тамара тарас татьяна тимофей
тимур ульяна федор фёдор филипп эдуард элина эльвира эмма юлия юрий яна ярослав андрій василь володимир дмитро
олександр олена сергій тетяна юлія георги димитър иво йордан красимир мартин петя пламен стефан тодор христо цветан
"""

_MORE = """
aoife brigid caio caoimhe ciara ciarán clémentine deirdre dermot duarte eamon eoin finn fintan fiorella freya gráinne
gwenaël henrike hildur ingeborg jolanta joséphine lívia maeve matilda maëlle melis merete mirela niamh oisín orla
ottavia padraig pelle pernilla regan ronan rosalie rui saoirse shona sinéad siobhan solveig sorcha tainá teresinha
thérèse torben vanda veerle vigdís vinícius wendelin xiomara ylva zoë åsa øyvind şule
"""

GIVEN_NAMES: Final[frozenset[str]] = frozenset(
    " ".join((_ENGLISH, _GERMAN_NORDIC_DUTCH, _ROMANCE, _SLAVIC_BALTIC_GREEK_TURKISH, _WORLD, _CYRILLIC, _MORE)).split()
)
"""Given names in lower case, as printed with their accents."""
