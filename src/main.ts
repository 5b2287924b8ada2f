document.body.dataset.busy = 'false';
