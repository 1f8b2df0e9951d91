/* What every page can do: a reminder that stands before it, the end of the session, typed text that is not lost, its address in print. Pages are read without a script too; their forms are not sent without one, for PrimeFaces adds the nonce that it asks for by script. */
(() => {
  const session = () => document.getElementById('session');
  const signedIn = () => session().dataset.idle !== undefined;
  const here = () => location.pathname.replace(/\.xhtml$/, '');
  const SEEN = 'kontor.seen', BACK = 'kontor.back', DRAFT = 'kontor.draft.', LONGEST = 20000;
  const store = (kind, act) => { try { return act(kind === 'tab' ? sessionStorage : localStorage); } catch { return null; } };

  /* A reminder: the browser keeps the focus inside, Esc closes it, and gives the focus back */
  const reminder = () => {
    const dialog = document.getElementById('reminder');
    if (!dialog) return;
    dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => document.getElementById('main').focus());
    dialog.showModal();
  };

  /* Fields whose text may be kept in this tab: never a password or a code, and what is hidden only where it belongs to the text */
  const secret = /password|one-time|token|secret|cc-|[: ]code$/i;
  const fields = form => [...form.elements].filter(field =>
    field.name && !field.name.startsWith('jakarta.faces') && /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName)
    && (field.type !== 'hidden' || field.dataset.keep === 'yes') && !/^(password|submit|button|file|image|reset)$/.test(field.type)
    && !secret.test(field.autocomplete + ' ' + field.name) && !field.closest('[data-keep="no"]'));
  const forms = () => [...document.querySelectorAll('main form[method=post]')].filter(form =>
    (form.dataset.keep === 'yes' || !form.querySelector('input[type=password]')) && fields(form).length);
  const read = field => /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value;
  const chosen = field => ([...field.options].find(option => option.defaultSelected) || field.options[0] || {}).value;
  const untouched = field => /^(checkbox|radio)$/.test(field.type) ? field.checked === field.defaultChecked
    : field.value === (field.tagName === 'SELECT' ? chosen(field) : field.defaultValue);
  /* What stands for another field, on a page that asks differently, comes back in that one */
  const name = (form, field) => form.id + ' ' + (field.dataset.keptAs || field.name) + (field.type === 'radio' ? ' ' + field.value : '');
  /* What was typed for one customer is never put into the form of another */
  const person = () => DRAFT + (session().dataset.person || '') + '-';
  const mine = () => person() + (session().dataset.customer || '') + ' ';
  /* A page is its address with the query. Of a stranger's, the query may be a link that lets in: it is not stored. */
  const key = () => mine() + here() + (signedIn() && session().dataset.query ? '?' + session().dataset.query : '');
  const drafts = () => store('tab', s => Object.keys(s).filter(k => k.startsWith(DRAFT))) || [];
  const drop = k => store('tab', s => s.removeItem(k));

  /* What stands in a page that answers a form was typed, although the page brought it along */
  const keep = sent => {
    const answer = session().dataset.answer, text = {};
    let some = false;
    forms().forEach(form => fields(form).forEach(field => {
      const hidden = field.type === 'hidden';
      if (!hidden && !answer && untouched(field)) return;
      some = some || !hidden;
      text[name(form, field)] = read(field);
    }));
    const draft = JSON.stringify({ sent, text });
    if (some && draft.length <= LONGEST) store('tab', s => s.setItem(key(), draft)); else drop(key());
  };
  const restore = (draft, words) => {
    let some = false;
    forms().forEach(form => fields(form).forEach(field => {
      const kept = draft.text[name(form, field)];
      if (kept === undefined || !untouched(field) || read(field) === kept) return;
      some = some || field.type !== 'hidden';
      if (typeof kept === 'boolean') field.checked = kept; else field.value = kept;
    }));
    if (!some) return false;
    const button = document.createElement('button');
    button.type = 'button'; button.className = 'k-quiet'; button.textContent = session().dataset.discard;
    button.addEventListener('click', () => { drop(key()); location.assign(location.href); });
    const file = document.querySelector('main form[method=post] input[type=file]');
    say(file ? words + ' ' + file.dataset.again : words, button);
    /* Who goes on typing has seen it: it stands before the form on a small screen */
    document.addEventListener('input', () => { if (session().contains(button)) hush(); }, { once: true });
    return true;
  };
  /* The server says so of a form whose page it had forgotten; once told, the address is the page's own again */
  const unsent = () => {
    const address = new URL(location.href);
    if (!address.searchParams.has('unsent')) return false;
    history.replaceState(null, '', address.pathname + address.search.replace(/[?&]unsent=[^&]*/, '').replace(/^&/, '?') + address.hash);
    return true;
  };
  const typed = () => {
    const back = BACK + (signedIn() ? '' : '.door'), vain = unsent();
    const returned = store('tab', s => { const was = s.getItem(back); s.removeItem(back); return was; }) || vain;
    const again = /^(back_forward|reload)$/.test((performance.getEntriesByType('navigation')[0] || {}).type);
    const kept = k => store('tab', s => JSON.parse(s.getItem(k)));
    let other = false;
    drafts().forEach(k => {
      const draft = kept(k);
      if (k.startsWith(mine())) {
        if (draft && draft.sent && !returned) drop(k);
      } else if (signedIn() && !k.startsWith(person())) drop(k);
      else if (vain && draft && draft.sent) {
        other = true;
        store('tab', s => s.setItem(k, JSON.stringify({ ...draft, sent: false, waits: true })));
      }
    });
    const draft = kept(key());
    const put = draft && (returned || draft.waits || again && !draft.sent) && restore(draft, vain ? session().dataset.kept : session().dataset.restored);
    if (vain && !put) say(other ? session().dataset.other : session().dataset.unsent);
    let waiting;
    document.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => keep(false), 400); });
    document.addEventListener('submit', event => {
      if (event.target.action.endsWith('/client/sign-out')) drafts().forEach(drop);
      else if (event.target.method === 'post') { clearTimeout(waiting); keep(true); }
    });
    /* In another language the page is another one, with the same text in it */
    document.querySelectorAll('.k-language a').forEach(link => link.addEventListener('click', () => {
      clearTimeout(waiting); keep(false); store('tab', s => s.setItem(back, '1'));
    }));
  };

  /* The end of the session, seen by all tabs of the browser */
  const say = (text, button) => {
    const box = session();
    box.replaceChildren(document.createElement('p'));
    box.firstChild.textContent = text;
    if (button) box.append(button);
    box.classList.add('k-said');
  };
  const hush = () => { session().replaceChildren(); session().classList.remove('k-said'); };
  const watch = () => {
    const data = session().dataset, begun = Date.now();
    const idle = data.idle * 1000, warn = data.warn * 1000, last = begun + data.left * 1000;
    let warned = false;
    const seen = () => store('all', s => s.setItem(SEEN, Date.now()));
    seen();
    const stay = () => fetch('/client/stay', { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).then(answer => {
      if (answer.status !== 204) return leave();
      seen(); hush(); warned = false; say(data.stayed); setTimeout(hush, 5000);
    }).catch(() => {});
    const leave = () => {
      keep(false);
      location.assign('/client/sign-in?ended=1&to=' + encodeURIComponent(here() + (data.query ? '?' + data.query : '')));
    };
    const tick = () => {
      const active = Math.max(begun, Number(store('all', s => s.getItem(SEEN))) || 0);
      const end = Math.min(active + idle, last), left = end - Date.now();
      if (left <= 0) return leave();
      if (left <= warn && !warned) {
        warned = true;
        if (end === last) return say(data.lastText);
        const button = document.createElement('button');
        button.type = 'button'; button.className = 'k-button k-primary'; button.textContent = data.stay;
        button.addEventListener('click', stay);
        say(data.idleText, button);
      } else if (left > warn && warned) { warned = false; hush(); }
    };
    setInterval(tick, 1000);
  };

  /* A form that is sent is sent once, and says that it is at work */
  const sending = () => document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    const button = event.submitter;
    if (button) button.setAttribute('aria-disabled', 'true');
    setTimeout(() => { delete form.dataset.sent; if (button) button.removeAttribute('aria-disabled'); }, 10000);
  });
  /* A page that lets wait: a calm line from 300 ms on, words from 3 s on; a file that is saved is no other page */
  const waiting = () => {
    const line = document.getElementById('progress-bar');
    let timers = [];
    const done = () => { timers.forEach(clearTimeout); timers = []; line.classList.remove('k-at-work'); line.replaceChildren(); };
    const begin = () => {
      done();
      timers = [setTimeout(() => line.classList.add('k-at-work'), 300), setTimeout(() => {
        const words = document.createElement('span');
        words.textContent = line.dataset.text;
        line.append(words);
      }, 3000), setTimeout(done, 15000)];
    };
    const saves = address => /^\/client\/(documents?|export|everything|my-data|statement|transfer(-proof)?)$/.test(address.pathname);
    document.addEventListener('click', event => {
      const link = event.target.closest && event.target.closest('a[href]');
      if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target === '_blank') return;
      const address = new URL(link.href);
      if (address.origin === location.origin && !saves(address) && !(address.hash && address.pathname === location.pathname)) begin();
    });
    document.addEventListener('submit', event => { if (!event.defaultPrevented && !saves(new URL(event.target.action))) begin(); });
    addEventListener('pagehide', done);
  };

  /* A file that is too large is told before it travels; whoever has no script hears it afterwards */
  const files = () => {
    const tooLarge = field => field.dataset.most && [...field.files].some(file => file.size > Number(field.dataset.most));
    const judge = field => {
      const large = tooLarge(field);
      document.getElementById(field.id + '-error').textContent = large ? field.dataset.tooLarge : '';
      field.setAttribute('aria-invalid', large);
      field.classList.toggle('ui-state-error', large);
    };
    document.addEventListener('change', event => { if (event.target.type === 'file') judge(event.target); });
    addEventListener('submit', event => {
      const field = [...event.target.querySelectorAll('input[type=file]')].find(tooLarge);
      if (!field) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      judge(field);
      field.focus();
    }, true);
  };

  /* What is wrong leads to the field where it is */
  const faults = () => {
    const box = document.querySelector('.k-errors');
    if (!box) return;
    const beside = [...document.querySelectorAll(':is(.k-field, .k-posts) .ui-message')];
    box.querySelectorAll('li').forEach(line => {
      const text = line.textContent.trim();
      const place = beside.find(message => message.textContent.trim() === text);
      const field = place && place.closest('.k-field, .k-posts').querySelector('input:not([type=hidden]), select, textarea');
      if (!field) return;
      const link = document.createElement('a');
      link.href = '#' + field.id;
      link.textContent = text;
      link.addEventListener('click', event => { event.preventDefault(); field.focus(); });
      line.replaceChildren(link);
    });
    box.focus();
  };

  /* The menu of languages closes as menus do */
  const menu = () => {
    const open = document.querySelector('details.k-language');
    if (!open) return;
    document.addEventListener('click', event => { if (!open.contains(event.target)) open.open = false; });
    open.addEventListener('keydown', event => {
      if (event.key === 'Escape' && open.open) { open.open = false; open.firstElementChild.focus(); }
    });
    open.addEventListener('focusout', event => { if (event.relatedTarget && !open.contains(event.relatedTarget)) open.open = false; });
  };
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

  document.addEventListener('DOMContentLoaded', () => {
    files();
    sending();
    waiting();
    menu();
    faults();
    const printed = document.querySelector('.k-printed');
    addEventListener('beforeprint', () => { printed.textContent = location.href + ' · ' + new Date().toLocaleString(document.documentElement.lang); });
    if (!session()) return;
    const door = /\/client\/sign-in$/.test(here()) && new URLSearchParams(location.search).get('to');
    /* What was typed waits while the person proves who it is */
    if (door || /\/client\/prove$/.test(here())) store('tab', s => s.setItem(BACK, '1')); else typed();
    if (!signedIn()) return;
    watch();
    reminder();
  });
})();
