import type { Lexicon } from './types.ts';

const please = '(please |kindly |simply |just |directly |always )?';

/** English. */
export const en: Lexicon = {
  language: 'en',
  grammar: { boundary: 'letter', order: 'verb-object', negation: 'before' },
  stopWords: [
    'a', 'an', 'the', 'this', 'that', 'these', 'those', 'is', 'are', 'was', 'were', 'be', 'been', 'being', 'am',
    'and', 'or', 'but', 'if', 'then', 'than', 'so', 'as', 'of', 'at', 'by', 'for', 'with', 'about', 'to', 'from',
    'in', 'on', 'into', 'onto', 'via', 'through', 'out', 'up', 'over', 'under', 'after', 'before', 'when', 'while',
    'once', 'where', 'which', 'who', 'whom', 'whose', 'what', 'why', 'how', 'do', 'does', 'did', 'have', 'has', 'had',
    'can', 'could', 'will', 'would', 'shall', 'should', 'may', 'might', 'must', 'not', 'no', 'nor', 'only', 'own',
    'i', 'me', 'my', 'we', 'us', 'our', 'ours', 'you', 'your', 'yours', 'he', 'she', 'it', 'its', 'they', 'them',
    'their', 'there', 'here', 'any', 'all', 'some', 'each', 'every', 'both', 'such', 'more', 'most', 'other',
    'per', 'until', 'unless', 'because', 'also', 'just', 'please', 'whether', 'since', 'within', 'without',
  ],
  abbreviations: ['e.g', 'i.e', 'eg', 'ie', 'etc', 'vs', 'approx', 'incl', 'no', 'fig', 'inc', 'ltd', 'co', 'corp', 'mr', 'mrs', 'ms', 'dr', 'st', 'a.m', 'p.m', 'resp', 'min', 'max'],

  contact: {
    candidates: [
      'contact', 'support', 'sales', 'reach', 'in touch', 'talk to', 'talking to', 'speak', 'account manager', 'account rep',
      'account exec', 'account team', 'customer s', 'success', 'request', 'self-serve', 'self-service', 'email', 'e-mail',
      'let us know', 'ticket', ' form', 'write to', 'help desk', 'helpdesk', 'representative', 'notify', 'ask ', 'drop us', 'our team',
      'billing team', 'chat with', 'connect with', 'work with', 'sending a', 'send a', 'solutions engineer', 'message us', 'tell us',
    ],
    verbs: [
      `contact(ing|ed)? ${please}`.trim(), 'contact(ing)?', 'reach(ing|ed)? out (directly )?(to|via)', 'reach(ing|ed)?', '(get|getting|got|be|being) in (touch|contact) (directly )?with',
      '(talk|talking|speak|speaking) (directly )?(to|with)', '(connect|connecting|chat|chatting) with', 'follow(ing)? up with', '(consult|consulting) with',
    ],
    weakVerbs: [
      'ask(ing)?', 'notify(ing)?', 'inform(ing)?', '(email|emailing|e-mail|e-mailing|mail|call|calling|phone|message|messaging|ping)', 'tell(ing)?',
      '(write|writing|check|checking|work|working|coordinate|coordinating|liaise|arrange it|confirm|verify) (directly )?(to|with)',
      '(send|sending|drop|dropping) … (email|e-mail|message|request|mail|note|line|ticket|documentation|documents) (directly )?(to|at)',
      '(email|e-mail|send|sending|submit|submitting) … to',
      '(submit|submitting|open|opening|create|creating|file|filing|raise|raising|log|logging|make|making|put in|send) … (ticket|request|case|inquiry) (to|with|through|via)',
      '(request|requesting|request it|request this|requested|order|obtain|purchase|re-purchase|buy|bought|purchased|arranged|available|only available) … (from|through|via|by)', '(through|via)', '(turn to|refer to|consult|consulting|engage|visit|need|involve)',
      '(respond|reply|responding|replying) … to',
    ],
    complete: [
      'reach(ing)? out', '(get|getting) in (touch|contact)', 'let us know', 'drop us (a line|an email|a note|a message)', 'give us a (call|shout)',
      '(submit|submitting|open|opening|create|creating|file|filing|raise|raising|log|logging|send|sending) (a |an |the |your |us a |us an )?(new )?(customer )?support (ticket|request|case|inquiry|query)s?',
      'access support contact options',
      '(ask|email|emailing|message|messaging|tell|call|write to|write|notify|ping|talk to|chat with|speak to|speak with|talk with|contact|contacting|contacted) us',
    ],
    forms: [
      '(fill|filling|filled) (out|in) (this|the|our|a|an)( \\S+)? form'.replace('( \\S+)? ', '( online| contact| request| short| support| intake| sales)? '), 'use (this|our|the) (contact |support |request )?form',
      '(submit|submitting|complete|completing) (this|the|our) (contact |support |request |online |intake )?form', 'this form',
      '(submit|submitting|open|opening|create|creating|file|filing|raise|raising|log|logging) (a |an |the |your )?(new )?(ticket|case|request)s?',
    ],
    teams: [
      '((technical|tech|customer|premium|premier|enterprise|priority|dedicated|live|24/7|product|global|phone|chat|billing|account|developer|client|user|friendly|cloud) )?(and |& )?(support|helpdesk|help desk)( (and|or|&) sales)?( (team|teams|staff|agent|agents|representative|representatives|reps|rep|engineer|engineers|desk|department|specialist|specialists|people|folks|channels|channel|portal|page|center|centre|form|contact|contacts|group|site|website|chat|ticket|tickets|options|bot|hotline|engineering team|engineering))?',
      '(customer (support|service|services|success|care|experience|solutions)|client services|customer relations)( (team|teams|staff|agent|agents|representative|representatives|reps|rep|department|specialist|specialists|desk|center))?',
      '((enterprise|our|direct) )?sales( (or|and|&|/) (support|customer success|success))?( (team|teams|staff|agent|representative|representatives|rep|reps|department|people|engineer|engineers|executive|specialist|folks))?',
      '(billing|accounts|accounting|finance|compliance|security|deliverability|success|trust and safety|legal|privacy|partnerships|partner|onboarding|solutions|engineering|product|growth|integrations|devrel|developer relations|professional services|enterprise|implementation|operations|data|community|core) (team|department|specialists|engineers|staff|group)',
      '(professional services|customer success|finance department)', '(team|staff|representative|representatives|rep|reps|consultants|experts|specialist|specialists|agents|engineers)', '(one|member|members) of (our|the) … (team|consultants|experts|engineers|specialists|staff)',
    ],
    persons: [
      '((dedicated|named|technical|strategic|key|customer|partner|sales|client|enterprise|assigned|respective|designated) )?(account|success|customer success|implementation|onboarding|relationship|engagement|delivery|partner|channel|support|customer service|customer support|customer) (manager|managers|executive|executives|representative|representatives|rep|reps|engineer|director|specialist|team)', '(CSM|TAM|AE)',
      '(solution|solutions|sales|support|customer|forward deployed|field|deployment) (engineer|architect|consultant|engineers|architects|contact|representative|rep|person|executive|manager|associate)', 'point of contact', 'points of contact',
    ],
    us: ['us', 'our team', 'our (amazing |awesome |friendly |great )?(people|folks|team)'],
    ours: ['our'],
    yours: ['your', 'my', 'his', 'her', 'own'],
    theirs: ['their', 'its'],
    articles: ['the', 'a', 'an', 'one of', 'someone (on|from|in|at)', 'anyone (on|from|in|at)', 'somebody (on|from|in|at)', 'either', 'with', 'to', 'directly', 'please', 'member(s)? of'],
    ownPeople: [
      '(administrator|administrators|admin|admins|owner|owners|colleague|colleagues|coworker|coworkers|teammate|teammates|boss|developer|developers|visitor|visitors|recipient|recipients|sender|senders|subscriber|subscribers|maintainer|maintainers|webmaster|postmaster|employer|instructor|teacher|author|authors|participant|participants|candidates|leads?|users?|customers?|clients?|members?|manager|managers|webmasters|IT)',
      '(IT|network|security|infrastructure|DevOps|ops|web|in-house|internal|database|platform|development|local|QA|marketing|HR|design) (team|department|support|admin|administrator|staff|guy|person|people|helpdesk|help desk|manager|contact)', 'help desk of your', 'person (who|responsible|that)', 'people (who|in|at|on)', '(local|system|systems|site|workspace|organization|organisation|team|company|server|account|project|email|domain) (administrator|admin|owner|manager|admins|owners|administrators)',
    ],
    otherParties: [
      '(provider|providers|registrar|registrars|host|hosts|ISP|ISPs|vendor|vendors|carrier|carriers|bank|banks|manufacturer|reseller|supplier|hoster|IdP|retailer|store|operator|operators|processor|issuer|merchant|police|authority|authorities|regulator|lawyer|counsel|accountant|attorney|publisher|distributor|telco|agency|partner|partners|community|maintainers|author|host/ISP|mailbox provider|webhost)',
      '(postmaster|hosting company|card company|credit card company|web host|third party|third parties|app store|tax advisor|financial institution)',
    ],
    negations: [
      'no need (for you )?(to|of)', '(do not|don\'t|does not|doesn\'t|did not|didn\'t|will not|won\'t|never|no longer) (need|have|require|want)( you)? to', 'need not', 'without', '(not|n\'t) (necessary|required|needed) to', 'instead of', 'rather than', '(can\'t|cannot|can not|unable to|is not able to|are not able to|isn\'t able to|aren\'t able to|won\'t be able to|will not be able to|couldn\'t|could not)',
      '(do not|don\'t|please do not|please don\'t|never|avoid)', 'not need to', 'eliminat* the need to', 'won\'t', 'will not', 'may delay', 'nobody needs to',
    ],
    adverbials: [
      '(when|whenever|after|before|while|once|until|upon|as soon as|every time|by the time|prior to|since|if)( \\S+)?'.replace('( \\S+)?', '( you| you\'ve| you have| they| users| customers| a customer| your customers| first| you are| we| having| we have)?'),
      '(when|after|before|once|if|until|since) (you|users|customers|they|we|someone|people|a user)( have| had| \'ve| first| then| do| already)?',
    ],
    instruments: ['by', 'by (first |directly |simply |just |either )', 'by (logging in|logging into) … and'],
    alternatives: ['or', 'or (you can )?(also )?(simply |just )?(alternatively )?', 'alternatively', 'alternatively you (can|may|could)', 'otherwise', 'or else', 'and/or', 'you can also', 'you may also', 'feel free to also'],
    musts: ['(you|customers|users|they|readers|it|this)( \'ll| will|\'ll|\'d| would| may| might| should| can| could| must| do)* (need|have|want|be required|be asked)? ?(to|must|should)?'.replace('( \'ll| will|\'ll|\'d| would| may| might| should| can| could| must| do)*', '( will|\'ll|\'d| would| may| might)?'), '(should|must|can|may|need to|have to|could|needs to|will need to|would need to|\'ll need to|might need to|may need to|has to)( then| also| always| first)?', 'please', 'then', 'kindly', 'feel free to', '(do not|don\'t) hesitate to', 'we (recommend|suggest|encourage you|ask that you|advise you) (to |you )?', 'you are (welcome|invited) to', 'it is (best|recommended) to'],
    helpWords: [
      '(question|questions|concern|concerns|doubt|doubts|query|queries|inquiries|enquiries)', '(problem|problems|issue|issues|trouble|troubles|troubleshoot|troubleshooting|troubleshooted|difficulty|difficulties|error|errors|bug|bugs|hiccup|hiccups|struggling|confused|unsure|unclear|not sure|aren\'t sure|doubtful|stuck|uncertain|unexpected)', '(help|assistance|guidance|advice|assist|clarification|feedback|suggestions|comments|helpful|answer|answers|discussion|discuss)', 'additional support', 'further support', 'more (information|info|details|questions|help|assistance)', 'further (information|details|questions|help)', 'happy to (help|assist|answer|discuss|chat|talk)', 'need (some |more |any |additional |further |extra )?(support|help|assistance|a hand)', 'support (needs|questions|issues)', 'anything else', 'investigate', 'diagnose', 'resolve', 'look into', 'wrong',
    ],
    failures: [
      '(persist|persists|persisted|persisting|continue|continues|continued) ?(to)?', '(still|keeps?|keep) (not |having |see |seeing |have |fail|fails|failing|doesn\'t|don\'t|can\'t|cannot|isn\'t|aren\'t|unable|experienc*|getting|get|need|happening|encounter*|facing|the case)', '(do not|don\'t|does not|doesn\'t|did not|didn\'t|cannot|can\'t|could not|couldn\'t|unable to|not able to|aren\'t able to|isn\'t able to|won\'t|will not|no longer|never|not) (see|receive|received|work|works|working|find|get|got|appear|appears|show|resolve|recognize|recognise|remember|arrive|log|login|access|sign|connect|recover|locate|have access|validate|verify|match|load|help|fix|know|understand|expect|recieve|reset|solve|identify|complete|proceed|been|respond|listed|seem|correct|happen|fit|answer|cover)', '(fails?|failed|failing|failure|failures|broken|missing|lost|lose|suspect|suspicious|locked (yourself )?out|stops? working|incorrect|mistake|accidentally|by accident|outage|down|blocked|rejected|denied|mistakenly|erroneously|timed out|times out|unresponsive|went wrong|goes wrong|go wrong|unusual|anomal*|discrepanc*|mismatch*)',
      'none of (these|the above|those)', 'neither of', 'run into', 'running into', 'encounter*', 'experienc*', 'run(s)? into', 'if (that|this|it) (fails|does not|doesn\'t|did not)', 'in (rare|some rare|exceptional) cases', 'you (believe|think|feel|suspect)', 'in case of', 'unable to', 'notice', 'there (is|are) (a|an|any) … (problem|issue|error)',
    ],
    wishes: [
      '(not|n\'t) (yet |currently |officially )?(support|supported|implemented|covered|listed|offered|included in our)', '(is|are) not (currently|yet) (supported|available|possible|implemented|offered)', 'not (natively )?supported', '(currently|at the moment|at this time|for now|today|yet) … (does not|doesn\'t|do not|don\'t|not|only) (support|supports|offer|have|provide|allow)', 'unsupported', 'use( |-)?cases?', 'feature requests?', '(requests?|requesting|suggest|suggesting|propose|proposing|vote|upvote) … (feature|features|integration|integrations|support for|improvement|improvements|language|languages|connector|connectors|addition)', 'blocker', 'blocking you', 'feedback', '(interested|interest) in', 'love to (hear|know|learn|see|chat|talk|get)', 'like to (see|hear) ', 'road ?map', 'coming soon', 'in (the )?works', 'ideas?', 'suggestions?', 'contribut*', 'you would like (us )?to (add|support|see|cover|include|implement|build)', 'you\'d like (us )?to (add|support|see|cover|include|implement|build)', 'want (us )?to (add|support|see|include|implement|build|prioriti*)', 'missing (a|an|something|any|your|from)', '(don\'t|do not|can\'t|cannot|not) (see|find) … (integration|language|provider|feature|framework|platform|library|sdk|looking for|you need|you want|listed|your)', 'new (integration|integrations|connector|provider|language)', 'prioriti*', 'planned', 'if this (matters|is important|affects|is something|would)', 'would (be|find) (useful|helpful|interesting)', 'design partner', 'early adopter', 'next(,)? let us know',
    ],
    assisted: [
      '(abuse|abusive|abuser|spam|spammer|phishing|phished|fraud|fraudulent|scam|harassment|infringement|copyright|DMCA|illegal|malware|stolen|unauthorized|unauthorised|hacked|compromised|breach|breached|vulnerability|vulnerabilities|exploit|incident|incidents|leak|leaked|security (issue|issues|concern|concerns|problem|bug|report|hole|flaw|disclosure)|emergency|suicide|deceased|subpoena)', 'report (a|an|any|the|it|this|them|suspicious)',
    ],
    offers: [
      '(learn|find out|hear|read|know) (more|about)', '(consultation|consultant|consultants|consulting|expert advice|free trial|demo|walkthrough|webinar|office hours|newsletter|training|workshop)', '(arrange|schedule|book|set up) (a|an) … (call|meeting|demo|chat|consultation|session|time|walkthrough)', 'world(-| )class', '24/7', 'more (about|information on)', 'discuss', 'partner(ing)? with',
    ],
    inability: [
      '(not|isn\'t|aren\'t|never) (currently |yet |generally |directly )?(enabled|available|turned on|switched on|activated|possible|editable|changeable|supported|self(-| )serve|self(-| )service|configurable|customizable|customisable|modifiable|allowed|included)( by default| in| through| via| from| on| for| to)?', '(can\'t|cannot|can not|could not|unable to|not able to|no way to|impossible to) (currently |yet |be |directly |yourself |then )?(be )?(change|changed|edit|edited|modif*|update|updated|delete|deleted|remove|removed|undo|undone|revert|reverted|disable|disabled|enable|enabled|transfer*|merge*|rename*|move*|downgrade*|upgrade*|cancel*|add|added|increase*|raise*|exceed*|restore*|recover*|self-serve|configure|configured|set|reassign*|reactivate*|switch*|adjust*|customi*)', '(disabled|off|turned off|switched off|hidden|read-only|read only|locked|restricted|gated|behind a (feature )?flag) ?(by default|on the)?', '(private|closed|limited|invite-only|public|open|early) (beta|preview|alpha|access|availability)', 'early access', 'in (beta|alpha|preview)', 'invite(-| )only', 'wait ?list', 'limited to', 'restricted to', 'feature flag', 'allow(-| )?list*', 'whitelist*', 'only (be )?(available|enabled|accessible|possible|changed|done|granted|offered|provided)', 'enabled on a (per|case)', 'case(-| )by(-| )case', '(not|n\'t) have access', 'manual (approval|review|process|step)', 'approval', 'must be (enabled|activated|turned on|approved|whitelisted|allowlisted)', 'needs to be (enabled|activated|turned on|approved)', 'have to be (enabled|activated|approved)', 'has to be (enabled|activated|approved)', 'requires? (activation|approval|enablement|a manual|manual)',
    ],
    limits: [
      '(more|greater|larger|higher|fewer|less|longer|bigger|faster) … than', '(more|beyond|above|over|exceed|exceeds|exceeding|exceeded|up to|maximum of|max of|at most|limited to|limit of) … #', '(higher|larger|bigger|greater|increased|additional|extra|longer|custom|raised|extended) (\\S+ )?(limit|limits|quota|quotas|volume|volumes|rate|rates|retention|capacity|throughput|concurrency|storage|usage|seats|allowance|allowances|cap|caps|ceiling)'.replace('(\\S+ )?', '(rate |api |usage |data |sending |request |custom |message |storage |daily |monthly |project |user )?'), '(limit|limits|quota|quotas|rate limit|rate limits|cap|caps)', 'maximum', 'need (more|higher|larger|additional|a higher|a larger|an increase|extra)', '(require|requires|requiring|want|wants) (more|higher|larger|additional|a higher|a larger|an increase|extra)',
    ],
    plans: [
      '(enterprise|business|scale|premium|premier|pro|team|growth|custom|paid|advanced|professional|ultimate|platinum|higher|organization|organisation)( \\S+)? (plan|plans|tier|tiers|customers|customer|subscription|subscriptions|edition|license|licence|licenses|feature|features|only|accounts|account|offering|package|users|contract|contracts|agreement|agreements|add-on|add-ons|addon|workspaces|organizations|projects)'.replace('( \\S+)?', '( or \\p{L}*| and \\p{L}*|\\+| level| cloud| self-hosted| plus| support)?'.replaceAll('\\p{L}*', '*').replace('|\\+', '')), '(available|offered|included|supported|enabled|restricted|reserved|accessible)( only| exclusively)? (on|in|with|to|for|as part of|under) … (plan|plans|tier|enterprise|enterprise customers|business|edition|package|add-on|subscription|contract)', '(an|is an|are|as an) (enterprise|premium|paid|add-on) (feature|features|only|add-on|addon|offering)', '(paid |premium |enterprise )?(add-on|addon)', 'enterprise(-| )only', 'on (the |our |an )?enterprise', 'enterprise',
    ],
    prices: ['(pricing|price|prices|quote|quotes|rates|cost|costs|discount|discounts|discounted|volume pricing|volume discount)'],
    onRequest: ['(up)?on (customer |special |your |user )?request', 'by request( only)?', '(not|isn\'t|aren\'t) (yet |currently |a )?self(-| )(serve|service)', 'request-only', 'at your request', 'if requested'],
    granted: ['(available|provided|offered|increased|enabled|granted|raised|activated|given|supplied|extended|shared|lifted|adjusted|configured|possible|issued|sent|signed|provide|enable|offer|increase|share|send|supply|activate)'],
    teamActs: ['(can|will|would|must|should|could|may|needs? to|has to|have to|is able to|are able to|\'ll)( then| also| always| usually| gladly| be able to| be happy to| work with you to| manually)?', '(is|are) (happy|able|ready|available|here|standing by|glad|there) to'],
    doneBy: ['by', 'by one of', 'through', 'via'],
    purposeBefore: ['(in order )?to', '(if|when|should) you( are| would| also| still| do| just| then| later| ever|\'d|\'re| will| might| may| really| both| all| instead| currently| plan on or)? ?(want|wish|need|like|prefer|desire|require|looking|look|plan|planning|ready|intend|decide|choose|have|be looking|have would like|hoping|willing|trying|request) to( also| instead)?', 'if your (team|company|organization|organisation|business|workspace|account|project|application|app)( would| also)? (wants|needs|wishes|requires|like|plans|want|need) to', '(want|need|looking|ready|wish|like|would you like|do you want|do you need|trying) to', '(users|customers|organizations|teams|clients|those|companies|anyone|you) (who |that )?(want|wanting|wish|wishing|need|needing|looking) to', 'for (assistance |help )?(enabling|activating|changing|updating|deleting|removing|cancelling|canceling|upgrading|downgrading|raising|increasing|purchasing|migrating|transferring|adding|setting up|configuring|moving|restoring|provisioning|unlocking|extending|exporting)', 'if you (have|\'ve) (any )?(requests|a request|need) (to|for)'],
    purposeAfter: [
      '(in order )?to', '(and|so|where|then|,) ?(that )?(we|they|support|our team|someone|he|she|the team)( can|\'ll| will| would| could| \'d|\'d)?( then| also| gladly| happily| be able to| be happy to| work with you to| help you| quickly)?', 'who (can|will|would|could)( then| also| be able to| be happy to)?', '(and|to) (request|ask|have|get|let us know)( them| us| support| that| for| to| you want to| you\'d like to| you would like to| if they can| whether they can)*'.replace('*', '?'), 'if you( are| would| also| still|\'d|\'re)? ?(want|wish|need|like|prefer|require|looking|plan|ready|trying) to', 'when you( are| would| also| still|\'d|\'re)? ?(want|wish|need|like|prefer|require|looking|plan|ready) to', '(for|about|regarding|with|concerning)( a| an| the| your| our)?', 'before',
    ],
    needBefore: ['(if|when|should) you( will| would| also| still| do|\'d|\'ll| may| might)? ?(need|want|require|like|prefer|have|use|are using|plan|exceed|hit|reach|are on|are)', '(need|want|require|looking for|interested in)', 'for', 'if your … (needs|requires|exceeds|need|require|is|has|have|are|uses)', '(users|customers|organizations|teams|companies|businesses|clients) (who|that|with|on|requiring|needing|needs?)', 'in case you (need|want)', 'if (a|an|more|additional) … (is|are) (needed|required)', 'regarding', 'as an? '],
    needAfter: ['for', 'if you( would| also| still|\'d)? ?(need|want|require|like|have|are using|use|are on|are|exceed)', 'about', 'regarding', 'with', 'and (include|provide|specify|give|tell)', 'when you need'],
    purposeEnds: [],
  },

  task: {
    administrative: {
      enable: ['enabl(e|es|ed|ing)', 'activat(e|es|ed|ing|ion)( of)?', 'turn(s|ed|ing)? on', 'switch(es|ed|ing)? on', 'enablement of', 'toggl(e|ed|ing)', 're-?enabl(e|ed|ing)', 'turn(ed|ing)? … on'],
      disable: ['disabl(e|es|ed|ing)', 'deactivat(e|es|ed|ing|ion)( of)?', 'turn(s|ed|ing)? off', 'switch(es|ed|ing)? off', 'opt(ed|ing)?( |-)out( of)?'],
      change: ['chang(e|es|ed|ing)( to| of)?', 'modif(y|ied|ying|ication)( to| of)?', 'edit(ed|ing)?', 'adjust(ed|ing|ment|ments)?( to| of)?', 'alter(ed|ing)?', 'customi[sz]e'.replace('[sz]', '(s|z)'), 'customi(s|z)(ed|ing)', 'renam(e|ed|ing)', 'correct(ed|ing)?', 'replac(e|ed|ing)', 'overrid(e|ing|den)', 'swap(ped|ping)?', 'switch(ed|ing)?( to| from| between| over to)?', 'convert(ed|ing)?'],
      update: ['updat(e|es|ed|ing)', 'reset(ting)?', 'renew(ed|ing|al)?( of)?'],
      delete: ['delet(e|es|ed|ing|ion)( of)?', 'eras(e|ed|ing|ure)( of)?', 'purg(e|ed|ing)', 'clear(ed|ing)?', 'wip(e|ed|ing)'],
      remove: ['remov(e|es|ed|ing|al)( of)?', 'lift(ed|ing)?', 'waiv(e|ed|ing)', 'detach(ed|ing)?', 'unblock(ed|ing)?', 'release'],
      cancel: ['cancel', 'cancel(s|l?ed|l?ing|lation)( of)?', 'terminat(e|ed|ing|ion)( of)?', 'clos(e|ed|ing|ure)( of)?', 'unsubscrib(e|ing)( from)?', 'end(ing)?', 'stop(ped|ping)?'],
      upgrade: ['upgrad(e|es|ed|ing)( to| of| from)?'],
      downgrade: ['downgrad(e|es|ed|ing)( to| of| from)?'],
      increase: ['increas(e|es|ed|ing)( to| in| of)?', 'rais(e|es|ed|ing)( to| in| of)?', '(higher|larger|bigger|greater)', 'expand(ed|ing)?', 'extend(ed|ing)?', 'extension (of|to)', 'bump(ed|ing)?( up)?', 'scal(e|ed|ing)( up| to| beyond)?', 'boost(ed|ing)?', 'go (over|above|beyond)', 'exceed(ed|ing)?', 'lengthen'],
      decrease: ['decreas(e|ed|ing)', 'lower(ed|ing)?', 'reduc(e|ed|ing|tion)( of| in)?'],
      purchase: ['purchas(e|es|ed|ing)( of)?', 'buy(ing)?', 'order(ed|ing)?', 'subscrib(e|ed|ing)( to)?', 'acquir(e|ed|ing)', 'pay(ing)? for', 're-?purchas(e|ing)'],
      obtain: ['(get|getting|gain|gaining|obtain|obtaining|receive|receiving|request|requesting|have|regain|regaining|grant|granted|granting|be given|give you|gets?)( early| full| beta)? access( to)?', 'obtain(ed|ing)?', '(get|getting|receive|receiving) (a|an|your|the)( new| free| trial| signed| valid| custom| copy of the| copy of a)? (license|licence|key|keys|token|invite|invitation|certificate|copy|report|agreement|contract|DPA|BAA|account|credentials|api key|trial)', 'accessing'],
      join: ['join(ed|ing)?', 'enroll?(ed|ing|ment)?( in| for| into)?', 'sign(ed|ing)? up( for| to)?', 'register(ed|ing)?( for)?', 'apply(ing)?( for)?', 'participat(e|ing)( in)?', 'opt(ed|ing)?( |-)in( to)?', 'be (added|included|enrolled|whitelisted|allowlisted)( to| in)?', 'get (added|included|enrolled|whitelisted|allowlisted|onboarded|started)( to| in| with)?', 'onboard(ed|ing)?'],
      migrate: ['migrat(e|es|ed|ing|ion)( of| from| to)?', 'import(ed|ing)?', 'port(ed|ing)?( over)?', 'merg(e|ed|ing)', 'consolidat(e|ed|ing)'],
      transfer: ['transfer(s|red|ring)?( of)?', 'reassign(ed|ing)?', 'hand(ed|ing)? over'],
      move: ['mov(e|es|ed|ing)( to| from| of)?', 'relocat(e|ed|ing|ion)( of)?'],
      add: ['add(s|ed|ing)?( more| additional)?', 'addition of', 'whitelist(ed|ing)?', 'allow-?list(ed|ing)?', 'attach(ed|ing)?', 'includ(e|ed|ing)', 'creat(e|es|ed|ing|ion)( of)?', 'assign(ed|ing)?', 'allocat(e|ed|ing)', 'link(ed|ing)?', 'connect(ed|ing)?', 'invit(e|ed|ing)'],
      configure: ['set(s|ting)? up', 'set-?up( of)?', 'configur(e|es|ed|ing|ation)( of)?', 'set(ting)?', 'instal(l|led|ling)', 'implement(ed|ing)?', 'integrat(e|ed|ing)', 'deploy(ed|ing)?', 'establish(ed|ing)?', 'get (it |this |that |them |you |\\p{L}* )?(set up|configured|enabled|activated|provisioned|connected|installed)'.replace('|\\p{L}* ', '')],
      restore: ['restor(e|es|ed|ing|ation)( of)?', 'recover(ed|ing|y)?( of)?', 'reinstat(e|ed|ing|ement)( of)?', 're-?activat(e|ed|ing|ion)( of)?', 'undelet(e|ed|ing)', 'reopen(ed|ing)?', 'roll(ed|ing)? back', 'undo', 'revert(ed|ing)?'],
      provision: ['provision(ed|ing)?', 'spin up', 'issu(e|ed|ing)'],
      unlock: ['unlock(ed|ing)?', 'unfreeze', 'unsuspend(ed|ing)?', 'unban(ned|ning)?'],
      export: ['export(ed|ing)?( of)?', 'download(ed|ing)?', 'retriev(e|ed|ing)'],
      retain: ['retain(ed|ing)?', 'keep(ing)?', 'stor(e|ed|ing)'],
      own: ['own', 'take ownership( of)?', 'claim(ed|ing)?'],
      sign: ['sign', 'signing', 'execut(e|ed|ing)', 'countersign(ed|ing)?'],
      approve: ['approv(e|ed|ing)', 'authori(s|z)(e|ed|ing)', 'whitelabel', 'white-label', 'publish(ed|ing)?', 'certif(y|ied)'],
      refund: ['refund(ed|ing)?', 'reimburs(e|ed|ement)', 'dispute'],
      validate: ['validat(e|ed|ing|ion)( of)?'],
      use: ['us(e|ing)', 'leverag(e|ing)'],
    },
    talk: [
      'help(s|ing|ed)?( you)?', 'assist(s|ing|ed)?( you)?', 'assistance', 'discuss(ing|ed|ion)?', 'learn(ing)?', 'ask(ing)?', 'report(ing|ed)?', 'know(ing)?', 'find out', 'understand(ing)?', 'troubleshoot(ing)?', 'verify(ing)?', 'confirm(ing)?', 'check(ing)?', 'schedul(e|ing)', 'suggest(ing)?', 'share', 'talk(ing)?', 'speak(ing)?', 'chat', 'see', 'hear', 'explore', 'determine', 'identify', 'investigate', 'diagnose', 'resolve', 'fix', 'solve', 'debug', 'address', 'provide (feedback|input)', 'give (feedback|us)', 'tell', 'inform', 'notify', 'inquire', 'enquire', 'figure out', 'look into', 'review', 'explain', 'clarify', 'make sure', 'ensure', 'evaluate', 'plan', 'arrange', 'book', 'support you', 'answer', 'guide', 'advise', 'work (with|through|out)', 'dig', 'submit', 'contribute', 'propose', 'express', 'receive (help|support|assistance|more|further)', 'get (help|support|assistance|more|further|in touch|a demo|advice|answers|clarification|feedback|information|details|in contact|to know|unstuck|back)', '(help|questions?|issues?|problems?|information|details|more|further|guidance|advice|feedback|support|clarification|anything|demo)',
    ],
    leads: ['be able to', 'request( for)?( a| an| the| that| to)?( custom| manual)?', 'requesting( a| an| the| that)?', 'ask (them|us|for|that|to)( to)?', 'have (it|this|them|us|your|the|that)?', 'get', 'getting', 'a', 'an', 'the', 'your', 'our', 'manually', 'permanently', 'temporarily', 'then', 'also', 'fully', 'completely', 'safely', 'easily', 'quickly', 'properly', 'immediately', 'start', 'begin', 'make( a| an| the)?', 'perform( a| an| the)?', 'initiate( a| an| the)?', 'any', 'help you', 'proceed with( the)?', 'continue( to| with)?'],
    ends: ['for you', 'on your (account|behalf|workspace|project|organization|plan)', 'in your (account|workspace|project|organization)', 'to your (account|workspace|project|organization|plan)', 'for your (account|workspace|project|organization|team|company)', 'on (our|the|their) (end|side)', 'if', 'when', 'once', 'so that', 'and (they|we|you|then|our|include|provide|support)', 'because', 'since', 'unless', 'where', 'which', 'who', 'as', 'while', 'before', 'after', 'by', 'via', 'using', 'at', 'please', 'you', 'or (contact|email|reach|speak|talk)', 'due to', 'per', 'with the', 'in order to', 'but', 'for more', 'through'],
    joins: ['and', 'or', 'and/or', 'as well as'],
    pronouns: ['it', 'them', 'this', 'that', 'these', 'those', 'one', '(this|that|the|these|those) (feature|features|setting|settings|option|options|functionality|service|capability|limit|limits|value|values|behavior|behaviour|change|changes|plan|add-on|addon)', 'so', 'this for', 'access'],
    light: ['new', 'additional', 'existing', 'current', 'extra', 'specific', 'account', 'accounts', 'access', 'feature', 'features', 'setting', 'settings', 'option', 'functionality', 'support', 'ability', 'use', 'user', 'users', 'customer', 'customers', 'team', 'multiple', 'different', 'certain', 'following', 'beyond', 'above'],
    synonyms: {},
  },

  pages: {
    contact: ['(how to |how do i )?(contact|contacting) …(us|support|sales|team)?', 'contact( us)?', '(customer |technical |getting |get |product |premium |enterprise )?support( policy| policies| plans| options| center| centre| team| portal| channels| services| hours| levels| tiers| sla)?', '(getting|get) (help|support|in touch)', 'help( and | & )support', 'help( center| centre)?', 'support( and | & | / )(help|community|feedback|contact|resources|sales)', 'reach(ing)? (us|out|support)', 'community( and | & )support', 'submit(ting)? a (support )?ticket', 'support tickets?', 'where to get help', 'need help', 'help and support', 'talk to us', 'feedback', 'contact sales'],
    apart: ['release(-| )?notes?', 'changelogs?', 'change log', 'glossary', '(legal|terms|imprint)', 'terms (of|and) …(service|use|conditions)?', 'privacy( |-)policy', 'contributing', 'readme', 'code( |-)of( |-)conduct', 'sla', '(security|vulnerability)( |-)(policy|disclosure)', 'blog', 'news', 'announcements?', 'press', 'careers', "what's new", 'subprocessors?', 'cookie( |-)policy', '(data( |-)processing|service( |-)level)( |-)(agreement|addendum)', 'templates?'],
  },

  interface: { verbs: [], nouns: [] },
};
